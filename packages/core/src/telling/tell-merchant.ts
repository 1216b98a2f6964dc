import { tellChannelsAll } from '../channels/index.ts';
import { tellInboxAll } from '../inbox/index.ts';
import {
  type Channel,
  channelsFor,
  leavesAt,
  type MailQueue,
  type MerchantMessage,
  mailMerchants,
  preferencesOf,
  readChannelSetting,
} from '../notifications/index.ts';

/** The one door for what a merchant is told: by which channels, to whom, in which language and zone, and when. In the caller's transaction. */
export function tellMerchant(queue: MailQueue, message: MerchantMessage): Promise<void> {
  return tellMerchants(queue, [message]);
}

/**
 * Many at once, in as many statements as for one. Mails and chat messages keep the merchant's quiet hours; the inbox disturbs nobody. Which
 * kind goes where is the operator's setting; what a merchant is told twice is there once.
 */
export async function tellMerchants(queue: MailQueue, messages: readonly MerchantMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const merchants = [...new Set(messages.map(({ merchantId }) => merchantId))];
  const [setting, preferences] = [await readChannelSetting(queue.db), await preferencesOf(queue.db, merchants)];
  const through = (channel: Channel) => messages.filter(({ kind }) => channelsFor(kind, setting).includes(channel));
  await mailMerchants(queue, through('MAIL'), preferences);
  await tellInboxAll(queue, through('INBOX'));
  await tellChannelsAll(queue, through('CHAT'), (message) => {
    const wishes = preferences.get(message.merchantId);
    return wishes ? leavesAt(queue.now, message, wishes) : null;
  });
}
