import type { MailResult } from '@forewarn/core/ports/mailer';

export interface SmtpError extends Error {
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
  'ENOAUTH',
  'EREQUIRETLS',
]);
const BEFORE_THE_MAIL = new Set(['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT', 'DNS_TIMEOUT']);

/** A refusal of these is about the connection, not about the mail: another sender may do. */
const BEFORE_COMMAND = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/;
/** What TLS doesn't accept about the server: nothing of the mail has gone out. */
const CERTIFICATE = /certificate|self.signed|altnames|CERT_|ERR_TLS_/i;

/** 5xx to MAIL, RCPT or DATA is final; a line that never stood or a 4xx may be tried again; anything else may have gone through. */
export function classify(error: SmtpError): MailResult {
  const reply = wordsOf(error);
  const { responseCode, code = '', originalCode = '', timeoutType = '' } = error;
  if (
    responseCode !== undefined &&
    responseCode >= 500 &&
    code !== 'EAUTH' &&
    !BEFORE_COMMAND.test(error.command ?? '')
  )
    return { outcome: 'REFUSED', reply };
  const notSent =
    responseCode !== undefined ||
    NEVER_CONNECTED.has(code) ||
    NEVER_CONNECTED.has(originalCode) ||
    BEFORE_THE_MAIL.has(timeoutType) ||
    CERTIFICATE.test(`${code} ${originalCode} ${error.message}`);
  return { outcome: notSent ? 'FAILED' : 'UNKNOWN', reply };
}

/** The server's own words where it said any, at most 500 characters. */
export function wordsOf(error: SmtpError): string {
  return (error.response ?? `${error.originalCode ?? error.code ?? error.name}: ${error.message}`).slice(0, 500);
}
