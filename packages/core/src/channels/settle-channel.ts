import type { Core, Tx } from '../kernel/context.ts';
import type { Effect } from '../kernel/effects.ts';
import { asLocale } from '../kernel/locale.ts';
import { mailQueue, queueMails } from '../notifications/index.ts';
import type { ChatResult } from '../ports/chat-channel.ts';
import { type ChannelOutcome, REFUSALS_AT_MOST } from './model.ts';
import { VENDOR_NAMES } from './names.ts';
import { vendorOf } from './open-target.ts';
import { addressOf, channelLocked, noteChannel, updateChannelRow } from './store.ts';

interface Settling {
  core: Core;
  tx: Tx;
  emit(effect: Effect): void;
}

export function outcomeOf({ kind }: Pick<ChatResult, 'kind'>): ChannelOutcome {
  return ({ sent: 'SENT', refused: 'REFUSED', limited: 'LIMITED', failed: 'FAILED' } as const)[kind];
}

/**
 * Writes down what the robot's vendor said last. After {@link REFUSALS_AT_MOST} definite refusals in a row the channel is switched off and
 * the merchant told by mail: a robot that was removed would else be called for every alert, for ever.
 */
export async function settleChannel(
  { core, tx, emit }: Settling,
  channelId: number,
  outcome: ChannelOutcome,
  reply: string,
): Promise<void> {
  const channel = await channelLocked(tx, channelId);
  if (!channel) return;
  const now = core.now();
  const failures = outcome === 'SENT' ? 0 : channel.failures + (outcome === 'REFUSED' ? 1 : 0);
  await noteChannel(tx, channelId, { outcome, reply, failures }, now);
  if (failures < REFUSALS_AT_MOST || channel.enabled === 0) return;
  await updateChannelRow({ db: tx }, channelId, { enabled: 0, offReason: 'REFUSED' }, now);
  const merchant = await addressOf(tx, channel.merchantId);
  if (!merchant) return;
  const locale = asLocale(merchant.locale);
  await queueMails(mailQueue(core, tx, emit), [
    {
      kind: 'channel.off',
      dedupKey: `${channel.channelRef}:${channel.version}`,
      recipient: merchant.email,
      locale,
      merchantId: channel.merchantId,
      alertRef: null,
      params: {
        name: channel.name,
        vendor: VENDOR_NAMES[locale][vendorOf(channel)],
        reply,
        loginUrl: `${core.ports.publicUrl}/notifications`,
      },
    },
  ]);
}
