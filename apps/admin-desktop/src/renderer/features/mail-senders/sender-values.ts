import type { Sender, TlsMode, Transport } from '@forewarn/core/mail-senders/model';

/** What the form holds: numbers may be empty while typing. */
export interface SenderValues {
  name: string;
  enabled: boolean;
  transport: Transport;
  host: string;
  port: number | string;
  tls: TlsMode;
  allowPlain: boolean;
  url: string;
  account: string;
  secret: string;
  removeSecret: boolean;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  connectSeconds: number | string;
  greetingSeconds: number | string;
  socketSeconds: number | string;
  poolSize: number | string;
  ratePerMinute: number | string;
}

export function valuesOf(sender: Sender | undefined): SenderValues {
  const own = { secret: '', removeSecret: false };
  if (sender)
    return {
      ...sender,
      ...own,
      allowPlain: sender.tls === 'NONE' || sender.url.startsWith('http:'),
      ratePerMinute: sender.ratePerMinute ?? '',
    };
  return {
    ...own,
    ...{ name: '', enabled: true, transport: 'SMTP', host: '', port: 465, tls: 'IMPLICIT', allowPlain: false, url: '' },
    ...{ account: '', fromName: '', fromAddress: '', replyTo: '' },
    ...{ connectSeconds: 10, greetingSeconds: 10, socketSeconds: 20, poolSize: 4, ratePerMinute: '' },
  };
}

/** For the server: nothing typed as a secret means that the stored one stays. */
export function inputOf({ secret, removeSecret, ...values }: SenderValues) {
  return {
    ...values,
    port: values.transport === 'HTTP' ? 0 : Number(values.port),
    connectSeconds: Number(values.connectSeconds),
    greetingSeconds: Number(values.greetingSeconds),
    socketSeconds: Number(values.socketSeconds),
    poolSize: Number(values.poolSize),
    ratePerMinute: values.ratePerMinute === '' ? null : Number(values.ratePerMinute),
    ...(secret !== '' ? { secret } : removeSecret && { secret: null }),
  };
}

/** The usual port of each way to encrypt. */
export const USUAL_PORTS: Record<TlsMode, number> = { IMPLICIT: 465, STARTTLS: 587, NONE: 25 };
