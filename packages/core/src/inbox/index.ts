import type { Core } from '../kernel/context.ts';
import { after, DAY } from '../kernel/time.ts';
import { INBOX_DAYS } from './model.ts';
import { purgeInboxBefore } from './store.ts';

export { listInbox } from './list-inbox.ts';
export { readInbox, readInboxMessage } from './read-inbox.ts';
export { countUnread, inboxFactsPlace } from './store.ts';
export { type OwnMessage, tellInbox, tellInboxAll, tellInboxAlone, tellInboxOf } from './tell-inbox.ts';

/** A batch of what is older than {@link INBOX_DAYS}; answers how many. */
export function purgeInbox(core: Pick<Core, 'db' | 'now'>): Promise<number> {
  return purgeInboxBefore(core.db, after(core.now(), -INBOX_DAYS * DAY));
}
