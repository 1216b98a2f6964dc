import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { InboxRead, InboxReadAll, InboxUnread } from './model.ts';
import { readerOf } from './reader.ts';
import { countUnread, deleteAllUnread, deleteUnread, isMessageOf } from './store.ts';

/** Marks one message read, for the reader alone. Errors: `NOT_FOUND`. */
export const readInboxMessage = command('inbox.read', {
  permission: 'inbox:view',
  summary: 'Marks a message of the inbox as read, for the reader alone.',
  input: InboxRead,
  output: InboxUnread,
  whileSuspended: true,
}).run(async (ctx, { id }) => {
  const reader = readerOf(ctx);
  if (!(await isMessageOf(ctx, reader, id))) throw appError('NOT_FOUND');
  await deleteUnread(ctx, reader.userId, id);
  ctx.audit({ targetType: 'inbox', targetId: id });
  return { unread: await countUnread(ctx, reader.userId) };
});

/** Marks all read that the reader has seen in the list, for the reader alone. */
export const readInbox = command('inbox.readAll', {
  permission: 'inbox:view',
  summary: 'Marks the messages of the inbox up to one of them, or all, as read, for the reader alone.',
  input: InboxReadAll,
  output: InboxUnread,
  whileSuspended: true,
}).run(async (ctx, { upTo }) => {
  const { userId } = readerOf(ctx);
  await deleteAllUnread(ctx, userId, upTo);
  return { unread: await countUnread(ctx, userId) };
});
