import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

/** Days a message stays. */
export const INBOX_DAYS = 90;
/** An unread count stops here: the bell says "99+". */
export const UNREAD_AT_MOST = 100;

const Id = z.coerce.number<number | string>().int().positive();

export const InboxInput = PageInput.extend({
  /** Only what the reader hasn't read. */
  unread: z.stringbool().or(z.boolean()).optional(),
});
export type InboxInput = z.output<typeof InboxInput>;

export const InboxMessage = z.object({
  id: z.number().int(),
  kind: z.string(),
  /** In the reader's language. */
  title: z.string(),
  lines: z.array(z.string()),
  urgent: z.boolean(),
  unread: z.boolean(),
  /** What it is about, to be opened; null when that is none of these. */
  alertRef: z.number().int().nullable(),
  cardId: z.number().int().nullable(),
  exportId: z.string().nullable(),
  createdTime: Instant,
});
export type InboxMessage = z.output<typeof InboxMessage>;
export const InboxPage = pageOf(InboxMessage).extend({
  /** At most {@link UNREAD_AT_MOST}. */
  unread: z.number().int(),
});

export const InboxRead = z.object({ id: Id });
/** `upTo`: the newest message the reader has seen in the list; what came after it stays unread. */
export const InboxReadAll = z.object({ upTo: Id.optional() });
export const InboxUnread = z.object({ unread: z.number().int() });
