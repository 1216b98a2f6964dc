import type { DB, Db, Tx } from '@forewarn/db';
import { isDuplicateKey } from '@forewarn/db';
import { sql } from 'kysely';
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

/** The time zone of each merchant's profile. */
export async function profileZones({ db }: Reads, merchantIds: readonly number[]): Promise<Map<number, string>> {
  if (merchantIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('merchants')
    .select(['id', 'timeZone'])
    .where('id', 'in', [...merchantIds])
    .execute();
  return new Map(rows.map(({ id, timeZone }) => [id, timeZone]));
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
  /** Whose alone it is; null: every one of the merchant's people sees it. */
  userId: number | null;
}

/** Inserts messages; one that is known already is left as it is. Answers the new ones. */
export async function insertInbox(db: Executor, rows: readonly NewInboxMessage[]): Promise<NewInboxMessage[]> {
  if (rows.length === 0) return [];
  try {
    await db.insertInto('inboxMessages').values(rows).execute();
    return [...rows];
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    if (rows.length === 1) return [];
    const fresh: NewInboxMessage[] = [];
    for (const row of rows) fresh.push(...(await insertInbox(db, [row])));
    return fresh;
  }
}

/** Unread for each of their merchants' people: within the database, because this is on every alert's way. */
export async function insertUnread(db: Executor, rows: readonly NewInboxMessage[]): Promise<void> {
  for (const [kind, same] of Map.groupBy(rows, (row) => row.kind)) {
    const merchants = [...new Set(same.map(({ merchantId }) => merchantId))];
    const times = [...new Set(same.map(({ createdTime }) => createdTime.getTime()))].map((time) => new Date(time));
    await sql`
      INSERT INTO inbox_unread (user_id, message_id)
      SELECT u.id, m.id FROM inbox_messages m JOIN merchant_users u ON u.merchant_id = m.merchant_id AND u.status = 'ACTIVE'
      WHERE m.merchant_id IN (${sql.join(merchants)}) AND m.kind = ${kind}
        AND m.message_key IN (${sql.join(same.map(({ messageKey }) => messageKey))})
        AND m.created_time IN (${sql.join(times)})`.execute(db);
  }
}

/** Unread for one person alone. */
export async function insertUnreadFor(db: Executor, userId: number, rows: readonly NewInboxMessage[]): Promise<void> {
  for (const { merchantId, kind, messageKey } of rows) {
    await db
      .insertInto('inboxUnread')
      .columns(['userId', 'messageId'])
      .expression((eb) =>
        eb
          .selectFrom('inboxMessages')
          .select((one) => [one.val(userId).as('userId'), 'id'])
          .where('merchantId', '=', merchantId)
          .where('kind', '=', kind)
          .where('messageKey', '=', messageKey),
      )
      .execute();
  }
}

export interface Reader {
  merchantId: number;
  userId: number;
}

/**
 * Exported for the EXPLAIN test. Both ways are spelled out, because MySQL 9 would rather read all of a merchant's messages and sort them:
 * all messages down the merchant's own index, unread ones down the reader's.
 */
export function inboxQuery({ db }: Reads, { merchantId, userId }: Reader, { page, size, unread }: InboxInput) {
  const mine = unread
    ? db
        .selectFrom('inboxUnread as u')
        .innerJoin('inboxMessages as m', 'm.id', 'u.messageId')
        .modifyFront(sql`STRAIGHT_JOIN`)
        .where('u.userId', '=', userId)
        .select('u.messageId as unreadId')
        .orderBy('u.messageId', 'desc')
    : db
        .selectFrom(sql<DB['inboxMessages']>`inbox_messages`.as<'m'>(sql`m FORCE INDEX (k_inbox_list)`))
        .leftJoin('inboxUnread as u', (join) => join.onRef('u.messageId', '=', 'm.id').on('u.userId', '=', userId))
        .select('u.messageId as unreadId')
        .orderBy('m.id', 'desc');
  return mine
    .select(['m.id', 'm.merchantId', 'm.kind', 'm.messageKey', 'm.alertRef', 'm.cardId', 'm.urgent'])
    .select(['m.factsEnc', 'm.createdTime'])
    .where('m.merchantId', '=', merchantId)
    .where((eb) => eb.or([eb('m.userId', 'is', null), eb('m.userId', '=', userId)]))
    .limit(size)
    .offset((page - 1) * size);
}

/** How many messages there are for this reader, at most `most`. Exported for the EXPLAIN test: the list's index alone answers it. */
export function inboxSizeQuery({ db }: Reads, { merchantId, userId }: Reader, most: number) {
  const some = db
    .selectFrom(sql<DB['inboxMessages']>`inbox_messages`.as<'m'>(sql`m FORCE INDEX (k_inbox_list)`))
    .select('m.id')
    .where('m.merchantId', '=', merchantId)
    .where((eb) => eb.or([eb('m.userId', 'is', null), eb('m.userId', '=', userId)]))
    .limit(most)
    .as('some');
  return db.selectFrom(some).select((eb) => eb.fn.countAll<number>().as('n'));
}

export function countInbox(reads: Reads, reader: Reader, most: number): Promise<number> {
  return countOf(inboxSizeQuery(reads, reader, most));
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

export async function isMessageOf({ db }: Reads, { merchantId, userId }: Reader, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('inboxMessages')
    .select('id')
    .where('id', '=', id)
    .where('merchantId', '=', merchantId)
    .where((eb) => eb.or([eb('userId', 'is', null), eb('userId', '=', userId)]))
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
