import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { iso } from '../kernel/time.ts';
import { InboxInput, InboxPage } from './model.ts';
import { readerOf } from './reader.ts';
import { countInbox, countUnread, inboxFactsPlace, inboxQuery } from './store.ts';
import { wordsOf } from './words.ts';

/** Totals stop here (decision 0012). */
const COUNT_LIMIT = 10_000;

/** What the merchant was told in the last 90 days, newest first, in the reader's language. */
export const listInbox = query('inbox.list', {
  permission: 'inbox:view',
  summary:
    'Lists what the merchant was told, newest first, in the reader’s language, with what the reader has not read.',
  input: InboxInput,
  output: InboxPage,
}).run(async (ctx, input) => {
  const reader = readerOf(ctx);
  const [total, unread, rows] = await Promise.all([
    input.unread ? countUnread(ctx, reader.userId, COUNT_LIMIT) : countInbox(ctx, reader, COUNT_LIMIT),
    countUnread(ctx, reader.userId),
    inboxQuery(ctx, reader, input).execute(),
  ]);
  const records = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    ...wordsOf(row.kind, ctx.ports.cipher.open(row.factsEnc, inboxFactsPlace(row)), ctx.locale),
    urgent: row.urgent === 1,
    unread: row.unreadId !== null,
    alertRef: row.alertRef,
    cardId: row.cardId,
    exportId: row.kind.startsWith('export.') ? row.messageKey : null,
    createdTime: iso(row.createdTime),
  }));
  return { ...toPage(input, total, records), unread };
});
