import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { Channels } from './model.ts';
import { channelsOf } from './store.ts';
import { ownMerchant, toChannel } from './view.ts';

/** where the merchant is told besides mail, with what came of the last message. */
export const listChannels = query('channels.list', {
  permission: 'channel:view',
  summary: 'Lists the chat robots that the merchant is told by, with the state of each.',
  input: z.object({}),
  output: Channels,
}).run(async (ctx) => ({ records: (await channelsOf(ctx, ownMerchant(ctx))).map(toChannel) }));
