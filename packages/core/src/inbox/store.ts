import type { Db, Tx } from '@forewarn/db';
import { isDuplicateKey } from '@forewarn/db';
import type { InboxInput } from './model.ts';
import { UNREAD_AT_MOST } from './model.ts';

type Executor = Db | Tx;
interface Reads {
  db: Executor;
}

/** What a message's sealed facts are bound to. */
export function inboxFactsPlace(row: { merchantId: number; kind: string; messageKey: string }): string {
  return `inbox_messages.facts.${row.merchantId}.${row.kind}.${row.messageKey}`;
}

/** Who reads of each merchant, with its time zone. */
export function readersOf({ db }: Reads, merchantIds: readonly number[]) {
  return db
    .selectFrom('merchantUsers as u')
    .innerJoin('merchants as m', 'm.id', 'u.merchantId')
    .select(['u.id', 'u.merchantId', 'm.timeZone'])
    .where('u.merchantId', 'in', [...merchantIds])
    .where('u.status', '=', 'ACTIVE')
    .execute();
}

export interface NewInboxMessage {
  merchantId: number;
  kind: string;
  messageKey: string;
  alertRef: number | null;
  cardId: number | null;
  urgent: number;
  factsEnc: Buffer;
  createdTime: Date;
}

/** Inserts messages; one that is known already is left as it is. Answers the new ones with their ids. */
export async function insertInbox(
  db: Executor,
  rows: readonly NewInboxMessage[],
): Promise<{ id: number; merchantId: number }[]> {
  if (rows.length === 0) return [];
  try {
    await db.insertInto('inboxMessages').values(rows).execute();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    if (rows.length === 1) return [];
    const fresh: { id: number; merchantId: number }[] = [];
    for (const row of rows) fresh.push(...(await insertInbox(db, [row])));
    return fresh;
  }
  return db
    .selectFrom('inboxMessages')
    .select(['id', 'merchantId'])
    .where((eb) =>
      eb.or(
        rows.map((row) =>
          eb.and([
            eb('merchantId', '=', row.merchantId),
            eb('kind', '=', row.kind),
            eb('messageKey', '=', row.messageKey),
          ]),
        ),
      ),
    )
    .execute();
}

export async function insertUnread(db: Executor, rows: readonly { userId: number; messageId: number }[]) {
  if (rows.length > 0) await db.insertInto('inboxUnread').values(rows).execute();
}

export interface Reader {
  merchantId: number;
  userId: number;
}

/** Exported for the EXPLAIN test. */
export function inboxQuery({ db }: Reads, { merchantId, userId }: Reader, { page, size, unread }: InboxInput) {
  const mine = db
    .selectFrom('inboxMessages as m')
    .leftJoin('inboxUnread as u', (join) => join.onRef('u.messageId', '=', 'm.id').on('u.userId', '=', userId))
    .select(['m.id', 'm.merchantId', 'm.kind', 'm.messageKey', 'm.alertRef', 'm.cardId', 'm.urgent'])
    .select(['m.factsEnc', 'm.createdTime', 'u.messageId as unreadId'])
    .where('m.merchantId', '=', merchantId);
  return (unread ? mine.where('u.messageId', 'is not', null) : mine)
    .orderBy('m.id', 'desc')
    .limit(size)
    .offset((page - 1) * size);
}

/** How many messages there are, at most `most`. */
export async function countInbox({ db }: Reads, merchantId: number, most: number): Promise<number> {
  const some = db.selectFrom('inboxMessages').select('id').where('merchantId', '=', merchantId).limit(most).as('some');
  return countOf(db.selectFrom(some).select((eb) => eb.fn.countAll<number>().as('n')));
}

/** Exported for the EXPLAIN test: a range of the primary key, cut off where the bell stops counting. */
export function unreadQuery({ db }: Reads, userId: number, most: number = UNREAD_AT_MOST) {
  const some = db.selectFrom('inboxUnread').select('messageId').where('userId', '=', userId).limit(most).as('some');
  return db.selectFrom(some).select((eb) => eb.fn.countAll<number>().as('n'));
}

export function countUnread(reads: Reads, userId: number, most?: number): Promise<number> {
  return countOf(unreadQuery(reads, userId, most));
}

async function countOf(query: { executeTakeFirstOrThrow(): Promise<{ n: number }> }): Promise<number> {
  return Number((await query.executeTakeFirstOrThrow()).n);
}

export async function isMessageOf({ db }: Reads, merchantId: number, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('inboxMessages')
    .select('id')
    .where('id', '=', id)
    .where('merchantId', '=', merchantId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteUnread({ db }: Reads, userId: number, messageId: number): Promise<void> {
  await db.deleteFrom('inboxUnread').where('userId', '=', userId).where('messageId', '=', messageId).execute();
}

export async function deleteAllUnread({ db }: Reads, userId: number, upTo: number | undefined): Promise<void> {
  const mine = db.deleteFrom('inboxUnread').where('userId', '=', userId);
  await (upTo === undefined ? mine : mine.where('messageId', '<=', upTo)).execute();
}

/** Forgets old messages, a batch at a time (what is unread goes with them); answers how many. */
export async function purgeInboxBefore(db: Db, before: Date): Promise<number> {
  const result = await db.deleteFrom('inboxMessages').where('createdTime', '<', before).limit(1000).executeTakeFirst();
  return Number(result.numDeletedRows);
}
