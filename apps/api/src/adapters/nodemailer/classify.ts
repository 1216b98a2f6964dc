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

/** 5xx to MAIL, RCPT or DATA is final; a line that never stood or a 4xx may be tried again; anything else may have gone through. */
export function classify(error: SmtpError): MailResult {
  const reply = wordsOf(error);
  const { responseCode, code = '', originalCode = '', timeoutType = '' } = error;
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && error.command !== 'CONN')
    return { outcome: 'REFUSED', reply };
  const notSent =
    responseCode !== undefined ||
    NEVER_CONNECTED.has(code) ||
    NEVER_CONNECTED.has(originalCode) ||
    BEFORE_THE_MAIL.has(timeoutType);
  return { outcome: notSent ? 'FAILED' : 'UNKNOWN', reply };
}

/** The server's own words where it said any, at most 500 characters. */
export function wordsOf(error: SmtpError): string {
  return (error.response ?? `${error.originalCode ?? error.code ?? error.name}: ${error.message}`).slice(0, 500);
}
