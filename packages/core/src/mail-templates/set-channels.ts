import { actorRef } from '../kernel/actor.ts';
import { command } from '../kernel/operation.ts';
import { channelsFor, readChannelSetting, writeChannels } from '../notifications/index.ts';
import { ChannelsOf, ChannelsUpdate } from './model.ts';
import { knownKind } from './template-state.ts';

/** To which channels a kind of notification goes. What can't be left out stays, and what can't be chosen isn't. */
export const setChannels = command('templates.setChannels', {
  permission: 'template:update',
  summary: 'Chooses the channels a kind of notification goes to; those that can’t be left out stay.',
  input: ChannelsUpdate,
  output: ChannelsOf,
}).run(async (ctx, { kind: given, channels: wanted }) => {
  const kind = knownKind(given);
  const setting = await readChannelSetting(ctx.db);
  const next = { ...setting, [kind]: wanted };
  const channels = [...channelsFor(kind, next)];
  ctx.audit({
    targetType: 'template',
    targetId: kind,
    before: { channels: channelsFor(kind, setting) },
    after: { channels },
  });
  await writeChannels(ctx.db, kind, channels, actorRef(ctx.actor), ctx.now());
  return { kind, channels };
});
