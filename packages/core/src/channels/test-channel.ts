import { appError } from '../kernel/errors.ts';
import { asLocale, type Locale } from '../kernel/locale.ts';
import { effect } from '../kernel/operation.ts';
import { after, inZone, SECOND } from '../kernel/time.ts';
import { ChannelInput, ChannelTest } from './model.ts';
import { openTarget, vendorOf } from './open-target.ts';
import { GAP } from './pace.ts';
import { outcomeOf } from './settle-channel.ts';
import { channelById, noteChannel, pauseChannel } from './store.ts';
import { ownMerchant } from './view.ts';

const WORDS: Record<Locale, { title: string; line: (time: string) => string; open: string }> = {
  'zh-CN': {
    title: '拒付预警：测试消息',
    line: (time) => `机器人已连通，之后的通知会发到这里。${time}`,
    open: '通知设置',
  },
  en: {
    title: 'Chargeback alerts: a test message',
    line: (time) => `The robot works: notifications will come here. ${time}`,
    open: 'Notification settings',
  },
};

/** Writes a test message now and says what the vendor answered. A test counts neither for nor against switching off. Errors: `CHANNEL_NOT_FOUND`. */
export const testChannel = effect('channels.test', {
  permission: 'channel:manage',
  summary: 'Sends a test message by a chat robot and says what its service answered.',
  input: ChannelInput,
  output: ChannelTest,
}).run(async (ctx, { id }) => {
  const merchantId = ownMerchant(ctx);
  const channel = await channelById(ctx, id);
  if (channel?.merchantId !== merchantId) throw appError('CHANNEL_NOT_FOUND');
  const now = ctx.now();
  const vendor = vendorOf(channel);
  ctx.audit({ targetType: 'channel', targetId: id, detail: { vendor } });
  // Messages that wait for their turn come first: a test more would make the vendor silence them all.
  if (channel.nextSlot > after(now, 3 * SECOND))
    return { outcome: 'LIMITED', reply: `next turn: ${channel.nextSlot.toISOString()}` };
  await pauseChannel(ctx.db, id, after(now, GAP[vendor]));
  const words = WORDS[asLocale(channel.locale)];
  const message = {
    title: words.title,
    lines: [words.line(inZone(now, 'Asia/Shanghai'))],
    link: { label: words.open, url: `${ctx.ports.publicUrl}/notifications` },
  };
  const result = await ctx.ports.chats.channels[vendor].send(openTarget(ctx.ports.cipher, channel), message, now);
  const outcome = outcomeOf(result);
  const { reply } = result;
  await noteChannel(ctx.db, id, { outcome, reply, failures: outcome === 'SENT' ? 0 : channel.failures }, ctx.now());
  if (result.kind === 'limited') await pauseChannel(ctx.db, id, after(ctx.now(), result.retryAfter));
  ctx.audit({ detail: { outcome } });
  return { outcome, reply };
});
