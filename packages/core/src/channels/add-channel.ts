import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { CHANNELS_AT_MOST, Channel, ChannelAdd } from './model.ts';
import { channelById, channelSecretPlace, countForAdding, insertChannel, webhookPlace } from './store.ts';
import { checkTarget, ownMerchant, toChannel } from './view.ts';
import { maskWebhook } from './webhook.ts';

/** Adds a chat robot; its address and secret are sealed and never shown again. Errors: `VALIDATION_FAILED`, `CHANNELS_TOO_MANY`. */
export const addChannel = command('channels.add', {
  permission: 'channel:manage',
  summary: 'Adds a chat robot (WeCom, DingTalk, Feishu or Lark, Slack) that the merchant is told by.',
  input: ChannelAdd,
  output: Channel,
  secret: ['webhook', 'secret'],
}).run(async (ctx, { vendor, name, webhook, secret, topics, locale }) => {
  const merchantId = ownMerchant(ctx);
  checkTarget(ctx, vendor, { webhook, secret });
  if ((await countForAdding(ctx, merchantId)) >= CHANNELS_AT_MOST) throw appError('CHANNELS_TOO_MANY');
  const { cipher } = ctx.ports;
  const now = ctx.now();
  const channelRef = uuidv7(now);
  const id = await insertChannel(
    ctx,
    {
      merchantId,
      channelRef,
      vendor,
      name,
      webhookEnc: cipher.seal(webhook, webhookPlace(channelRef)),
      webhookHint: maskWebhook(webhook),
      secretEnc: secret ? cipher.seal(secret, channelSecretPlace(channelRef)) : null,
      topics,
      locale,
      createdBy: actorRef(ctx.actor),
    },
    now,
  );
  ctx.audit({ targetType: 'channel', targetId: id, detail: { vendor, name, topics } });
  const row = await channelById(ctx, id);
  if (!row) throw appError('CHANNEL_NOT_FOUND');
  return toChannel(row);
});
