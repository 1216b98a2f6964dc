import type { Mailer } from '@forewarn/core/ports/mailer';
import { createTransport } from 'nodemailer';

export interface MailerSettings {
  /** smtp:// or smtps:// with user, password, port. */
  url: string;
  from: string;
}

export interface ClosableMailer extends Mailer {
  close(): void;
}

/** SMTP by nodemailer: pooled connections, no file or URL access, short timeouts so that a hung server can't hold a lease. */
export function createMailer({ url, from }: MailerSettings): ClosableMailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxMessages: 200,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, html, text, messageId }) {
      try {
        const info = await transport.sendMail({
          from,
          to,
          subject,
          html,
          text,
          messageId: `<${messageId}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { outcome: 'SENT', reply: String(info.response).slice(0, 500) };
      } catch (error) {
        return classify(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** 5xx to MAIL, RCPT or DATA is final; a line cut after DATA is not known; anything else may be tried again. */
export function classify(error: SmtpError) {
  const reply = (error.response ?? `${error.code ?? 'error'}: ${error.message}`).slice(0, 500);
  const refused =
    error.responseCode !== undefined && error.responseCode >= 500 && error.code !== 'EAUTH' && error.command !== 'CONN';
  if (refused) return { outcome: 'REFUSED' as const, reply };
  if (error.command === 'DATA' && error.responseCode === undefined) return { outcome: 'UNKNOWN' as const, reply };
  return { outcome: 'FAILED' as const, reply };
}
