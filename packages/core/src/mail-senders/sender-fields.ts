import type { z } from 'zod';
import { iso, isoOrNull } from '../kernel/time.ts';
import type { MailServer } from '../ports/mailer.ts';
import { type Sender, SenderSettings } from './model.ts';
import type { SenderRow } from './store.ts';

/** What can be set of a sender, but for its secret. */
export type SenderFields = z.output<typeof SenderSettings>;

/** What a sender's sealed secret is bound to; the key is made anew with every secret. */
export function senderSecretPlace(secretKey: string): string {
  return `mail_senders.secret.${secretKey}`;
}

/** The settings among other things, for storing and for the audit log. */
export function fieldsOf(sender: SenderFields): SenderFields {
  return SenderSettings.parse(sender);
}

export function settingsOf(row: SenderRow): SenderFields {
  return fieldsOf({ ...row, enabled: row.enabled === 1 });
}

export function toSender(row: SenderRow): Sender {
  return {
    ...settingsOf(row),
    id: row.id,
    version: row.version,
    hasSecret: row.secretEnc !== null,
    updatedBy: row.updatedBy,
    updatedTime: iso(row.updatedTime),
    lastSuccessTime: isoOrNull(row.lastSuccessTime),
    lastErrorTime: isoOrNull(row.lastErrorTime),
    lastError: row.lastError,
  };
}

/** What the adapter needs. */
export function toServer(fields: SenderFields, secret: string, key: string): MailServer {
  const common = {
    key,
    from: { name: fields.fromName, address: fields.fromAddress },
    replyTo: fields.replyTo,
    account: fields.account,
    secret,
    connectTimeout: fields.connectSeconds * 1000,
    greetingTimeout: fields.greetingSeconds * 1000,
    socketTimeout: fields.socketSeconds * 1000,
  };
  if (fields.transport === 'HTTP') return { ...common, transport: 'HTTP', url: fields.url };
  const { host, port, tls, poolSize } = fields;
  return { ...common, transport: 'SMTP', host, port, tls, poolSize };
}

/** Another server or account: a stored secret isn't shown to it, or whoever may change the address could have it sent to their own. */
export function isElsewhere(row: Pick<SenderRow, 'transport' | 'host' | 'url' | 'account'>, to: SenderFields): boolean {
  return row.transport !== to.transport || row.host !== to.host || row.url !== to.url || row.account !== to.account;
}
