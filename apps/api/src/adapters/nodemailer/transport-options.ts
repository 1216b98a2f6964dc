import type { MailServer } from '@forewarn/core/ports/mailer';

export type SmtpServer = Extract<MailServer, { transport: 'SMTP' }>;

const SAFE = { disableFileAccess: true, disableUrlAccess: true } as const;

/** One stored sender's connection. `STARTTLS` insists on it; a certificate is always checked. */
export function transportOptions(server: SmtpServer) {
  const { host, port, tls, account, secret, poolSize, connectTimeout, greetingTimeout, socketTimeout } = server;
  return {
    ...SAFE,
    host: host.replace(/^\[|\]$/g, ''),
    port,
    secure: tls === 'IMPLICIT',
    requireTLS: tls === 'STARTTLS',
    ignoreTLS: tls === 'NONE',
    ...(account !== '' && { auth: { user: account, pass: secret } }),
    maxConnections: poolSize,
    connectionTimeout: connectTimeout,
    greetingTimeout,
    socketTimeout,
  };
}

/** The server that the process was started with. */
export function startOptions(url: string, patience: number) {
  return {
    ...SAFE,
    url,
    pool: true as const,
    maxConnections: 4,
    maxMessages: 200,
    maxRequeues: 0,
    connectionTimeout: patience / 3,
    greetingTimeout: patience / 3,
    socketTimeout: (patience * 2) / 3,
  };
}
