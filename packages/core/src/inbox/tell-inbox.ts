import { LOCALES } from '../kernel/locale.ts';
import type { MailQueue, MerchantMessage } from '../notifications/index.ts';
import type { OwnKind } from './own-words.ts';
import {
  inboxFactsPlace,
  insertInbox,
  insertUnread,
  insertUnreadFor,
  type NewInboxMessage,
  profileZones,
} from './store.ts';

/** Something of one person's that is told in the inbox alone: no mail, no chat. */
export interface OwnMessage extends Pick<MerchantMessage, 'merchantId' | 'key' | 'facts'> {
  kind: OwnKind;
}
type Told = Omit<MerchantMessage, 'kind'> & { kind: MerchantMessage['kind'] | OwnKind };

/** Puts a message into the merchant's inbox, unread for each of its people, in the caller's transaction. */
export function tellInbox(queue: MailQueue, message: MerchantMessage): Promise<void> {
  return tellInboxAll(queue, [message]);
}

/**
 * The same for a batch, in as many statements as there are kinds, and one. Facts are kept in both languages, sealed, and made into words when
 * somebody reads (times in the zone of `zoneOf`, else of the merchant's profile); a message of the same kind and key is there once for ever.
 */
export async function tellInboxAll(
  queue: MailQueue,
  messages: readonly MerchantMessage[],
  zoneOf: (merchantId: number) => string | undefined = () => undefined,
): Promise<void> {
  if (messages.length === 0) return;
  const unknown = messages.map(({ merchantId }) => merchantId).filter((id) => zoneOf(id) === undefined);
  const profiles = await profileZones(queue, [...new Set(unknown)]);
  const zoned = (id: number) => zoneOf(id) ?? profiles.get(id) ?? 'Asia/Shanghai';
  const rows = messages.map((message) => rowOf(queue, message, zoned(message.merchantId)));
  await insertUnread(queue.db, await insertInbox(queue.db, rows));
}

/** The same, unread for one of the merchant's people alone: what a colleague has asked of them. The others find it in their list. */
export async function tellInboxOf(
  queue: MailQueue,
  userId: number,
  timeZone: string,
  message: MerchantMessage,
): Promise<void> {
  await insertUnreadFor(queue.db, userId, await insertInbox(queue.db, [rowOf(queue, message, timeZone)]));
}

/** What one person alone is told, about something colleagues have no part in: nobody else sees it. In the caller's transaction, once for ever. */
export async function tellInboxAlone(queue: MailQueue, userId: number, message: OwnMessage): Promise<void> {
  const zone = (await profileZones(queue, [message.merchantId])).get(message.merchantId) ?? 'Asia/Shanghai';
  const row = rowOf(queue, { ...message, alertRef: null, cardId: null, urgent: false }, zone);
  await insertUnreadFor(queue.db, userId, await insertInbox(queue.db, [{ ...row, userId }]));
}

function rowOf(queue: MailQueue, message: Told, zone: string): NewInboxMessage {
  const { merchantId, kind, alertRef, cardId } = message;
  const messageKey = message.key.replace(/[^\x20-\x7e]/g, '-').slice(0, 120);
  const facts = Object.fromEntries(LOCALES.map((locale) => [locale, message.facts(locale, zone)]));
  const factsEnc = queue.cipher.seal(JSON.stringify(facts), inboxFactsPlace({ merchantId, kind, messageKey }));
  const urgent = message.urgent ? 1 : 0;
  return { merchantId, kind, messageKey, alertRef, cardId, urgent, factsEnc, createdTime: queue.now, userId: null };
}
