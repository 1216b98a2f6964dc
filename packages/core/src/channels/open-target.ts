import type { ChatTarget } from '../ports/chat-channel.ts';
import type { Cipher } from '../ports/index.ts';
import { CHAT_VENDORS, type ChatVendor } from './model.ts';
import { type ChannelRow, channelSecretPlace, webhookPlace } from './store.ts';

/** Where a channel's robot is, unsealed for one call. */
export function openTarget(cipher: Pick<Cipher, 'open'>, row: ChannelRow): ChatTarget {
  return {
    webhook: cipher.open(row.webhookEnc, webhookPlace(row.channelRef)).toString('utf8'),
    secret: row.secretEnc && cipher.open(row.secretEnc, channelSecretPlace(row.channelRef)).toString('utf8'),
  };
}

export function vendorOf(row: Pick<ChannelRow, 'vendor'>): ChatVendor {
  const vendor = CHAT_VENDORS.find((known) => known === row.vendor);
  if (!vendor) throw new Error(`unknown chat vendor ${row.vendor}`);
  return vendor;
}
