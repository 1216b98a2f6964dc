import type { Mailer, MailServer } from '@forewarn/core/ports/mailer';
import { createTransport } from 'nodemailer';
import { classify, type SmtpError } from './classify.ts';
import { probeSmtp } from './probe.ts';
import { type SmtpServer, startOptions, transportOptions } from './transport-options.ts';

export interface MailerSettings {
  /** smtp:// or smtps:// with user, password, port. */
  url: string;
  from: string;
  /** At most so many ms for one mail from its first word to its last: less than an effect's lease. */
  patience?: number;
}

export interface ClosableMailer extends Mailer {
  close(): void;
}

type Transport = ReturnType<typeof createTransport>;

/** As many connections' settings as are kept at most: a sender that was changed leaves its former one behind until then. */
const KEPT = 20;

/**
 * SMTP by nodemailer: pooled connections for each sender, no file or URL access, an end to every wait so that a hung server can't hold a
 * lease. Trying again is the outbox's business alone (`maxRequeues` 0), where each try is written down.
 */
export function createMailer({ url, from, patience = 30_000 }: MailerSettings): ClosableMailer {
  const startedWith = createTransport(startOptions(url, patience));
  const transports = new Map<string, Transport>();

  function transportOf(server: SmtpServer): Transport {
    const known = transports.get(server.key);
    if (known) return known;
    const made = createTransport({
      ...transportOptions(server),
      pool: true as const,
      maxMessages: 200,
      maxRequeues: 0,
    });
    transports.set(server.key, made);
    // Oldest first: what a changed sender used is idle by then, and closing waits for nobody.
    for (const [key, transport] of [...transports].slice(0, -KEPT)) {
      transports.delete(key);
      transport.close();
    }
    return made;
  }

  return {
    async send({ to, subject, html, text, messageId }, server, left = patience) {
      const smtp = server && smtpOnly(server);
      const mail = {
        from: smtp ? smtp.from : from,
        ...(smtp?.replyTo && { replyTo: { name: '', address: smtp.replyTo } }),
        // As an object it is one address; as text nodemailer would read a list of them.
        to: { name: '', address: to },
        subject,
        html,
        text,
        messageId: `<${messageId}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(Math.min(left, patience)),
      };
      try {
        const info = await (smtp ? transportOf(smtp) : startedWith).sendMail(mail);
        return { outcome: 'SENT', reply: String(info.response).slice(0, 500) };
      } catch (error) {
        return classify(error as SmtpError);
      }
    },
    probe: (server) => probeSmtp(smtpOnly(server)),
    startedWith: facts(url, from),
    close() {
      for (const transport of [startedWith, ...transports.values()]) transport.close();
    },
  };
}

function smtpOnly(server: MailServer): SmtpServer {
  if (server.transport !== 'SMTP') throw new Error('not a mail server');
  return server;
}

function facts(url: string, from: string): Mailer['startedWith'] {
  const { protocol, hostname, port } = new URL(url);
  const secure = protocol === 'smtps:';
  return { host: hostname, port: Number(port) || (secure ? 465 : 587), secure, from };
}
