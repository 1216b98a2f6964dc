import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { ChannelInput, Done } from './model.ts';
import { deleteChannel, lockChannel } from './store.ts';
import { ownMerchant } from './view.ts';

/** The robot is told nothing more, what is queued included. Errors: `CHANNEL_NOT_FOUND`. */
export const removeChannel = command('channels.remove', {
  permission: 'channel:manage',
  summary: 'Removes a chat robot; its address and secret are deleted.',
  input: ChannelInput,
  output: Done,
}).run(async (ctx, { id }) => {
  const channel = await lockChannel(ctx, ownMerchant(ctx), id);
  if (!channel) throw appError('CHANNEL_NOT_FOUND');
  await deleteChannel(ctx, id);
  ctx.audit({ targetType: 'channel', targetId: id, detail: { vendor: channel.vendor, name: channel.name } });
  return { done: true as const };
});
