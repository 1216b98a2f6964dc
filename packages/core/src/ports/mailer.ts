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
  /** What a mail service calls it (document 002 §5.4, C-151). */
  emailId?: string;
  serviceStatus?: string;
}

export const TLS_MODES = ['IMPLICIT', 'STARTTLS', 'NONE'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

interface Sender {
  /** Number and version: what connections are kept under. */
  key: string;
  from: { name: string; address: string };
  replyTo: string;
  account: string;
  secret: string;
  /** Milliseconds. */
  connectTimeout: number;
  greetingTimeout: number;
  socketTimeout: number;
}

/** Whom a mail is handed to: a mail server, or a mail service over HTTP. */
export type MailServer =
  | (Sender & { transport: 'SMTP'; host: string; port: number; tls: TlsMode; poolSize: number })
  | (Sender & { transport: 'HTTP'; url: string });

export const PROBE_STAGES = ['DNS', 'CONNECT', 'TLS', 'GREETING', 'AUTH', 'SERVICE'] as const;
export type ProbeStage = (typeof PROBE_STAGES)[number];

/** One step of a connection test, in the server's words. */
export interface ProbeStep {
  stage: ProbeStage;
  ok: boolean;
  milliseconds: number;
  detail: string;
}

export interface Mailer {
  /** By that server, within `patience` ms; by the one the process was started with when none is named. */
  send(mail: Mail, server?: MailServer, patience?: number): Promise<MailResult>;
  /** Goes as far as signing in, sends nothing. Ends with the first step that fails. */
  probe(server: MailServer): Promise<ProbeStep[]>;
  /** The server that the process was started with, for show: no account, no secret. */
  startedWith: { host: string; port: number; secure: boolean; from: string };
}
