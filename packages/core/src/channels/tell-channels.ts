import { asLocale } from '../kernel/locale.ts';
import type { MailQueue, MerchantMessage } from '../notifications/index.ts';
import { chatMessage } from './chat-message.ts';
import { channelFactsPlace, insertMessages, openChannels } from './store.ts';
import { topicOf } from './topic.ts';

/** Queues a message for each chat robot of the merchant that wants its topic, in the caller's transaction. */
export function tellChannels(queue: MailQueue, message: MerchantMessage): Promise<void> {
  return tellChannelsAll(queue, [message]);
}

/**
 * The same for a batch: one look for all its merchants. A message that a robot was told once isn't told again. `leavesAt` says when it may
 * leave, by the merchant's quiet hours; null or absent: at once. `zoneOf`: the zone of its times, else the profile's.
 */
export async function tellChannelsAll(
  queue: MailQueue,
  messages: readonly MerchantMessage[],
  leavesAt: (message: MerchantMessage) => Date | null = () => null,
  zoneOf: (merchantId: number) => string | undefined = () => undefined,
): Promise<void> {
  if (messages.length === 0) return;
  const channels = await openChannels(queue, [...new Set(messages.map(({ merchantId }) => merchantId))]);
  for (const message of messages) {
    const topic = topicOf(message.kind);
    const wanted = channels.filter((one) => one.merchantId === message.merchantId && one.topics.includes(topic));
    const rows = wanted.map(({ id: channelId, locale, timeZone }) => {
      const place = { channelId, kind: message.kind, messageKey: messageKeyOf(message) };
      const language = asLocale(locale);
      const chat = chatMessage(message.kind, language, message.facts(language, zoneOf(message.merchantId) ?? timeZone));
      const factsEnc = queue.cipher.seal(JSON.stringify(chat), channelFactsPlace(place));
      return { ...place, alertRef: message.alertRef, title: chat.title, factsEnc };
    });
    const at = leavesAt(message);
    for (const messageId of await insertMessages(queue.db, rows, queue.now)) {
      queue.emit({
        topic: 'channel.send',
        key: `channel:${messageId}`,
        payload: { messageId },
        ...(at && { at }),
        ...(message.deadline && { deadline: message.deadline }),
      });
    }
  }
}

function messageKeyOf({ key }: MerchantMessage): string {
  return key.replace(/[^\x20-\x7e]/g, '-').slice(0, 120);
}
