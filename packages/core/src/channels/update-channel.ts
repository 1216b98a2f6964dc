import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { Channel, ChannelUpdate } from './model.ts';
import { vendorOf } from './open-target.ts';
import {
  type ChannelChange,
  channelById,
  channelSecretPlace,
  lockChannel,
  updateChannelRow,
  webhookPlace,
} from './store.ts';
import { checkTarget, ownMerchant, toChannel } from './view.ts';
import { maskWebhook } from './webhook.ts';

/** Changes what is given and leaves the rest; switching on forgets former refusals. Errors: `CHANNEL_NOT_FOUND`, `VALIDATION_FAILED`. */
export const updateChannel = command('channels.update', {
  permission: 'channel:manage',
  summary: 'Changes a chat robot; what isn’t sent stays.',
  input: ChannelUpdate,
  output: Channel,
  secret: ['webhook', 'secret'],
}).run(async (ctx, { id, name, webhook, secret, topics, locale, enabled }) => {
  const before = await lockChannel(ctx, ownMerchant(ctx), id);
  if (!before) throw appError('CHANNEL_NOT_FOUND');
  checkTarget(ctx, vendorOf(before), { webhook, secret });
  const { cipher } = ctx.ports;
  const { channelRef } = before;
  const change: ChannelChange = {
    ...(name !== undefined && { name }),
    ...(webhook !== undefined && {
      webhookEnc: cipher.seal(webhook, webhookPlace(channelRef)),
      webhookHint: maskWebhook(webhook),
    }),
    ...(secret !== undefined && {
      secretEnc: secret === '' ? null : cipher.seal(secret, channelSecretPlace(channelRef)),
    }),
    ...(topics !== undefined && { topics: topics.join(',') }),
    ...(locale !== undefined && { locale }),
    ...(enabled !== undefined && { enabled: enabled ? 1 : 0, offReason: null, failures: 0 }),
  };
  await updateChannelRow(ctx, id, change, ctx.now());
  const { webhookEnc, secretEnc, failures: _, ...told } = change;
  ctx.audit({
    targetType: 'channel',
    targetId: id,
    ...changed(before, told),
    detail: { addressChanged: webhookEnc !== undefined, secretChanged: secretEnc !== undefined },
  });
  const row = await channelById(ctx, id);
  if (!row) throw appError('CHANNEL_NOT_FOUND');
  return toChannel(row);
});
