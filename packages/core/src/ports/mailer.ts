export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Stable across retries, so that a mailbox can drop a double. Without angle brackets. */
  messageId: string;
}

/** `SENT`: the server took it. `REFUSED`: it never will (5xx). `FAILED`: try again later. `UNKNOWN`: cut after DATA, it may have arrived. */
export interface MailResult {
  outcome: 'SENT' | 'REFUSED' | 'FAILED' | 'UNKNOWN';
  /** The server's own words, at most 500 characters. */
  reply: string;
}

export interface Mailer {
  send(mail: Mail): Promise<MailResult>;
}
