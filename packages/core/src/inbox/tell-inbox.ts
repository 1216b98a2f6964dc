import { LOCALES } from '../kernel/locale.ts';
import type { MailQueue, MerchantMessage } from '../notifications/index.ts';
import { inboxFactsPlace, insertInbox, insertUnread, readersOf } from './store.ts';

/** Puts a message into the merchant's inbox, unread for each of its people, in the caller's transaction. */
export function tellInbox(queue: MailQueue, message: MerchantMessage): Promise<void> {
  return tellInboxAll(queue, [message]);
}

/**
 * The same for a batch, in four statements however many there are. Facts are kept in both languages, sealed, and made into words when
 * somebody reads (times in the zone of `zoneOf`, else of the merchant's profile); a message of the same kind and key is there once for ever.
 */
export async function tellInboxAll(
  queue: MailQueue,
  messages: readonly MerchantMessage[],
  zoneOf: (merchantId: number) => string | undefined = () => undefined,
): Promise<void> {
  if (messages.length === 0) return;
  const readers = await readersOf(queue, [...new Set(messages.map(({ merchantId }) => merchantId))]);
  const rows = messages.map((message) => {
    const { merchantId, kind, alertRef, cardId } = message;
    const messageKey = message.key.replace(/[^\x20-\x7e]/g, '-').slice(0, 120);
    const profile = readers.find((reader) => reader.merchantId === merchantId)?.timeZone;
    const zone = zoneOf(merchantId) ?? profile ?? 'Asia/Shanghai';
    const facts = Object.fromEntries(LOCALES.map((locale) => [locale, message.facts(locale, zone)]));
    const factsEnc = queue.cipher.seal(JSON.stringify(facts), inboxFactsPlace({ merchantId, kind, messageKey }));
    const urgent = message.urgent ? 1 : 0;
    return { merchantId, kind, messageKey, alertRef, cardId, urgent, factsEnc, createdTime: queue.now };
  });
  const fresh = await insertInbox(queue.db, rows);
  await insertUnread(
    queue.db,
    fresh.flatMap(({ id: messageId, merchantId }) =>
      readers.filter((reader) => reader.merchantId === merchantId).map(({ id: userId }) => ({ userId, messageId })),
    ),
  );
}
