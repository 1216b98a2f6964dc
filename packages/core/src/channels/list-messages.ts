import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import { ChannelMessagePage, ChannelMessagesInput } from './model.ts';
import { channelById, countMessages, messageListQuery } from './store.ts';
import { ownMerchant } from './view.ts';

/** Totals stop here (decision 0012). */
const COUNT_LIMIT = 10_000;

/** What was written into the group in the last 90 days, newest first, and what its service answered. Errors: `CHANNEL_NOT_FOUND`. */
export const listChannelMessages = query('channels.messages', {
  permission: 'channel:view',
  summary: 'Lists what a chat robot was given to say, newest first, with the delivery state of each message.',
  input: ChannelMessagesInput,
  output: ChannelMessagePage,
}).run(async (ctx, { id, ...page }) => {
  const channel = await channelById(ctx, id);
  if (channel?.merchantId !== ownMerchant(ctx)) throw appError('CHANNEL_NOT_FOUND');
  const [total, rows] = await Promise.all([
    countMessages(ctx, id, COUNT_LIMIT),
    messageListQuery(ctx, id, page).execute(),
  ]);
  const records = rows.map((row) => ({
    ...row,
    createdTime: iso(row.createdTime),
    doneTime: isoOrNull(row.doneTime),
  }));
  return toPage(page, total, records);
});
