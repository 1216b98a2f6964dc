import type { DB, Db, Tx } from '@forewarn/db';
import { isDuplicateKey } from '@forewarn/db';
import { sql } from 'kysely';
import type { PageInput } from '../kernel/page.ts';
import { after } from '../kernel/time.ts';
import type { ChannelOutcome, ChannelTopic, ChatVendor } from './model.ts';

type Executor = Db | Tx;
interface Reads {
  db: Executor;
}

/** What a channel's sealed address and secret are bound to. */
export function webhookPlace(channelRef: string): string {
  return `merchant_channels.webhook.${channelRef}`;
}

export function channelSecretPlace(channelRef: string): string {
  return `merchant_channels.secret.${channelRef}`;
}

/** What a message's sealed contents are bound to. */
export function channelFactsPlace(row: { channelId: number; kind: string; messageKey: string }): string {
  return `channel_messages.facts.${row.channelId}.${row.kind}.${row.messageKey}`;
}

export type ChannelRow = NonNullable<Awaited<ReturnType<typeof channelById>>>;

export function channelById({ db }: Reads, id: number) {
  return db.selectFrom('merchantChannels').selectAll().where('id', '=', id).executeTakeFirst();
}

export function channelsOf({ db }: Reads, merchantId: number) {
  return db.selectFrom('merchantChannels').selectAll().where('merchantId', '=', merchantId).orderBy('id').execute();
}

/** One of the merchant's own, locked until the transaction ends; undefined for anybody else's. */
export function lockChannel({ db }: Reads, merchantId: number, id: number) {
  return db
    .selectFrom('merchantChannels')
    .selectAll()
    .where('merchantId', '=', merchantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The merchant locked, so that two at once don't pass the limit; how many channels it has. */
export async function countForAdding({ db }: Reads, merchantId: number): Promise<number> {
  await db.selectFrom('merchants').select('id').where('id', '=', merchantId).forUpdate().execute();
  return (await channelsOf({ db }, merchantId)).length;
}

export interface NewChannel {
  merchantId: number;
  channelRef: string;
  vendor: ChatVendor;
  name: string;
  webhookEnc: Buffer;
  webhookHint: string;
  secretEnc: Buffer | null;
  topics: readonly ChannelTopic[];
  locale: string;
  createdBy: string;
}

export async function insertChannel({ db }: Reads, channel: NewChannel, now: Date): Promise<number> {
  const { insertId } = await db
    .insertInto('merchantChannels')
    .values({ ...channel, topics: channel.topics.join(','), nextSlot: now, createdTime: now, updatedTime: now })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

export interface ChannelChange {
  name?: string;
  webhookEnc?: Buffer;
  webhookHint?: string;
  secretEnc?: Buffer | null;
  topics?: string;
  locale?: string;
  enabled?: number;
  offReason?: string | null;
  failures?: number;
}

export async function updateChannelRow({ db }: Reads, id: number, change: ChannelChange, now: Date): Promise<void> {
  await db
    .updateTable('merchantChannels')
    .set((eb) => ({ ...change, updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Its messages go with the purge: what is queued finds no channel any more and ends. */
export async function deleteChannel({ db }: Reads, id: number): Promise<void> {
  await db.deleteFrom('merchantChannels').where('id', '=', id).execute();
}

/** Whom messages may go to: the channels of these merchants that are on. */
export function openChannels({ db }: Reads, merchantIds: readonly number[]) {
  return db
    .selectFrom('merchantChannels as c')
    .innerJoin('merchants as m', 'm.id', 'c.merchantId')
    .select(['c.id', 'c.merchantId', 'c.topics', 'c.locale', 'm.timeZone'])
    .where('c.merchantId', 'in', [...merchantIds])
    .where('c.enabled', '=', 1)
    .orderBy('c.id')
    .execute();
}

export interface NewChannelMessage {
  channelId: number;
  kind: string;
  messageKey: string;
  alertRef: number | null;
  title: string;
  factsEnc: Buffer;
}

/** Inserts messages; one that is known already (same channel, kind and key) is left as it is. Answers the ids of the new ones. */
export async function insertMessages(
  db: Executor,
  messages: readonly NewChannelMessage[],
  now: Date,
): Promise<number[]> {
  const rows = messages.map((message) => ({ ...message, createdTime: now }));
  const [first] = rows;
  if (!first) return [];
  try {
    await db.insertInto('channelMessages').values(rows).execute();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    if (rows.length === 1) return [];
    const ids: number[] = [];
    for (const message of messages) ids.push(...(await insertMessages(db, [message], now)));
    return ids;
  }
  const found = await db
    .selectFrom('channelMessages')
    .select('id')
    .where((eb) =>
      eb.or(
        rows.map((row) =>
          eb.and([
            eb('channelId', '=', row.channelId),
            eb('kind', '=', row.kind),
            eb('messageKey', '=', row.messageKey),
          ]),
        ),
      ),
    )
    .execute();
  return found.map(({ id }) => id);
}

export function messageById(db: Executor, id: number) {
  return db.selectFrom('channelMessages').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A turn of its own for each message, so that the vendor's rate is kept by all workers together. */
export async function takeSlot(tx: Tx, channelId: number, messageId: number, gap: number, now: Date): Promise<Date> {
  const row = await tx
    .selectFrom('merchantChannels')
    .select('nextSlot')
    .where('id', '=', channelId)
    .forUpdate()
    .executeTakeFirst();
  const slot = row && row.nextSlot > now ? row.nextSlot : now;
  await tx
    .updateTable('merchantChannels')
    .set({ nextSlot: after(slot, gap) })
    .where('id', '=', channelId)
    .execute();
  await tx.updateTable('channelMessages').set({ slotTime: slot }).where('id', '=', messageId).execute();
  return slot;
}

/** The vendor said "too fast": nobody writes there before `until`. */
export async function pauseChannel(db: Executor, id: number, until: Date): Promise<void> {
  await db
    .updateTable('merchantChannels')
    .set({ nextSlot: sql<Date>`GREATEST(next_slot, ${until})` })
    .where('id', '=', id)
    .execute();
}

export function channelLocked(tx: Tx, id: number) {
  return tx.selectFrom('merchantChannels').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function addressOf(tx: Tx, merchantId: number) {
  return tx.selectFrom('merchants').select(['email', 'locale']).where('id', '=', merchantId).executeTakeFirst();
}

export interface ChannelNote {
  outcome: ChannelOutcome;
  reply: string;
  failures: number;
}

export async function noteChannel(db: Executor, id: number, note: ChannelNote, now: Date): Promise<void> {
  await db
    .updateTable('merchantChannels')
    .set({ lastOutcome: note.outcome, lastReply: note.reply.slice(0, 500), lastTime: now, failures: note.failures })
    .where('id', '=', id)
    .execute();
}

export interface MessageNote {
  status: 'QUEUED' | 'SENT' | 'FAILED';
  attempts: number;
  reply: string;
  /** A retry waits for a turn anew. */
  slotTime?: null;
}

/** What it said is forgotten once it needn't be sent any more. */
export async function noteMessage(db: Executor, id: number, note: MessageNote, now: Date): Promise<void> {
  await db
    .updateTable('channelMessages')
    .set({
      ...note,
      reply: note.reply.slice(0, 500),
      ...(note.status !== 'QUEUED' && { doneTime: now, factsEnc: null }),
    })
    .where('id', '=', id)
    .execute();
}

export function messageListQuery({ db }: Reads, channelId: number, { page, size }: PageInput) {
  // Named, because MySQL 9 takes the unique key and sorts.
  return db
    .selectFrom(sql<DB['channelMessages']>`channel_messages`.as<'m'>(sql`m FORCE INDEX (k_channel_messages_list)`))
    .select(['m.id', 'm.title', 'm.alertRef', 'm.status', 'm.attempts', 'm.reply', 'm.createdTime', 'm.doneTime'])
    .where('m.channelId', '=', channelId)
    .orderBy('m.id', 'desc')
    .limit(size)
    .offset((page - 1) * size);
}

export async function countMessages({ db }: Reads, channelId: number, most: number): Promise<number> {
  const some = db.selectFrom('channelMessages').select('id').where('channelId', '=', channelId).limit(most).as('some');
  const row = await db
    .selectFrom(some)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Forgets what was written long ago, a batch at a time; answers how many. */
export async function purgeChannelMessages(db: Db, before: Date): Promise<number> {
  const result = await db
    .deleteFrom('channelMessages')
    .where('createdTime', '<', before)
    .limit(1000)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
