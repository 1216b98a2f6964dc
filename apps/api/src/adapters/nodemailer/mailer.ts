import type { Mailer } from '@forewarn/core/ports/mailer';
import { createTransport } from 'nodemailer';

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

/**
 * SMTP by nodemailer: pooled connections, no file or URL access, an end to every wait so that a hung server can't hold a lease.
 * Trying again is the outbox's business alone (`maxRequeues` 0), where each try is written down.
 */
export function createMailer({ url, from, patience = 30_000 }: MailerSettings): ClosableMailer {
  const settings = {
    url,
    pool: true as const,
    maxConnections: 4,
    maxMessages: 200,
    maxRequeues: 0,
    connectionTimeout: patience / 3,
    greetingTimeout: patience / 3,
    socketTimeout: (patience * 2) / 3,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport(settings);
  return {
    async send({ to, subject, html, text, messageId }) {
      const mail = {
        from,
        // As an object it is one address; as text nodemailer would read a list of them.
        to: { name: '', address: to },
        subject,
        html,
        text,
        messageId: `<${messageId}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(patience),
      };
      try {
        const info = await transport.sendMail(mail);
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
  /** What a socket's error was called before nodemailer gave it a name of its own. */
  originalCode?: string;
  timeoutType?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EDNS',
  'ETLS',
  'EAUTH',
]);
const BEFORE_THE_MAIL = new Set(['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT', 'DNS_TIMEOUT']);

/** 5xx to MAIL, RCPT or DATA is final; a line that never stood or a 4xx may be tried again; anything else may have gone through. */
export function classify(error: SmtpError) {
  const reply = (error.response ?? `${error.originalCode ?? error.code ?? error.name}: ${error.message}`).slice(0, 500);
  const { responseCode, code = '', originalCode = '', timeoutType = '' } = error;
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && error.command !== 'CONN')
    return { outcome: 'REFUSED' as const, reply };
  const notSent =
    responseCode !== undefined ||
    NEVER_CONNECTED.has(code) ||
    NEVER_CONNECTED.has(originalCode) ||
    BEFORE_THE_MAIL.has(timeoutType);
  return { outcome: notSent ? ('FAILED' as const) : ('UNKNOWN' as const), reply };
}
