import { type DB, type Db, isDuplicateKey, type Tx } from '@forewarn/db';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { shownTo } from '../kernel/sensitive.ts';
import { isoOrNull } from '../kernel/time.ts';
import { CARD_FAILURE_REASONS, type Card, type CardFailureReason, type CardStatus } from './model.ts';

type CardRow = Selectable<DB['merchantCards']>;
type Executor = Db | Tx;

const COLUMNS = [
  'c.id',
  'c.merchantId',
  'c.cardRef',
  'c.descriptor',
  'c.cardBin',
  'c.caid',
  'c.notifyEmail',
  'c.status',
  'c.submittedTime',
  'c.registerTime',
  'c.failureReason',
  'c.generation',
  'c.statusTime',
  'c.remark',
  'c.version',
  'c.createdTime',
  'c.updatedTime',
] as const;

/** Every read starts from the actor's own cards, so that a missing tenant filter can't be written. */
export function scopedCards(ctx: Context) {
  const all = ctx.db.selectFrom('merchantCards as c').innerJoin('merchants as m', 'm.id', 'c.merchantId');
  if (ctx.scope === 'all') return all;
  return all.where('c.merchantId', '=', ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : -1);
}

export async function findCard(ctx: Context, id: number) {
  return scopedCards(ctx)
    .where('c.id', '=', id)
    .select([...COLUMNS, 'm.companyName', 'm.status as merchantStatus'])
    .executeTakeFirst();
}

/** The card with its row locked, for a change; read committed, so what it says is current. */
export async function lockCard(ctx: Context, id: number) {
  return scopedCards(ctx)
    .where('c.id', '=', id)
    .select([...COLUMNS, 'm.companyName', 'm.status as merchantStatus'])
    .forUpdate()
    .executeTakeFirst();
}

export async function listCardRows(
  ctx: Context,
  filter: { status?: CardStatus | undefined; keyword?: string | undefined; merchantId?: number | undefined },
  page: { page: number; size: number },
) {
  let rows = scopedCards(ctx);
  if (filter.status) rows = rows.where('c.status', '=', filter.status);
  if (filter.merchantId) rows = rows.where('c.merchantId', '=', filter.merchantId);
  if (filter.keyword) rows = rows.where('c.descriptor', 'like', `${filter.keyword.replace(/[\\%_]/g, '\\$&')}%`);
  const [{ total }, records] = await Promise.all([
    rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    rows
      // Cards first, in the order of their index: left alone the server begins with the merchants and sorts all cards of all.
      .modifyFront(sql`straight_join`)
      .select([...COLUMNS, 'm.companyName'])
      .orderBy('c.createdTime', 'desc')
      .orderBy('c.id', 'desc')
      .limit(page.size)
      .offset((page.page - 1) * page.size)
      .execute(),
  ]);
  return { total: Number(total), records };
}

export async function findTwin(db: Executor, key: Pick<CardRow, 'merchantId' | 'descriptor' | 'cardBin' | 'caid'>) {
  return db
    .selectFrom('merchantCards')
    .select(['id', 'status'])
    .where('merchantId', '=', key.merchantId)
    .where('descriptor', '=', key.descriptor)
    .where('cardBin', '=', key.cardBin)
    .where('caid', '=', key.caid)
    .executeTakeFirst();
}

export interface NewCard {
  merchantId: number;
  cardRef: string;
  descriptor: string;
  cardBin: string;
  caid: string;
  matchDescriptor: string;
  matchCaid: string;
  notifyEmail: string;
  remark: string | null;
  now: Date;
}

export async function insertCard(db: Executor, { now, ...card }: NewCard): Promise<number> {
  const result = await refusingTwins(
    db
      .insertInto('merchantCards')
      .values({ ...card, status: 'PENDING', createdTime: now, updatedTime: now })
      .executeTakeFirstOrThrow(),
  );
  return Number(result.insertId);
}

/** Two at the same moment pass {@link findTwin} both; the unique key lets one through. */
async function refusingTwins<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw isDuplicateKey(error) ? appError('CARD_DUPLICATE') : error;
  }
}

export async function updateCardRow(
  db: Executor,
  id: number,
  change: Partial<Omit<CardRow, 'id'>>,
  now: Date,
): Promise<void> {
  await refusingTwins(
    db
      .updateTable('merchantCards')
      .set((eb) => ({ ...change, version: eb('version', '+', 1), updatedTime: now }))
      .where('id', '=', id)
      .execute(),
  );
}

export async function deleteCardRow(db: Executor, id: number): Promise<void> {
  await db.deleteFrom('merchantCards').where('id', '=', id).execute();
}

export async function merchantStatus(db: Executor, merchantId: number) {
  return db.selectFrom('merchants').select('status').where('id', '=', merchantId).executeTakeFirst();
}

/** For the worker: the card whoever owns it. */
export async function cardById(db: Executor, id: number, lock = false) {
  const row = db
    .selectFrom('merchantCards as c')
    .innerJoin('merchants as m', 'm.id', 'c.merchantId')
    .where('c.id', '=', id);
  const columns = [...COLUMNS, 'm.companyName', 'm.email as merchantEmail', 'm.locale as merchantLocale'] as const;
  return lock ? row.select(columns).forUpdate().executeTakeFirst() : row.select(columns).executeTakeFirst();
}

export async function cardIdByRef(db: Executor, cardRef: string) {
  return db.selectFrom('merchantCards').select('id').where('cardRef', '=', cardRef).executeTakeFirst();
}

/** Every card of the merchant that isn't closed yet, locked. */
export async function lockOpenCards(db: Executor, merchantId: number) {
  return db
    .selectFrom('merchantCards')
    .select(['id', 'cardRef', 'generation', 'status'])
    .where('merchantId', '=', merchantId)
    .where('status', '<>', 'CLOSED')
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function closeCardRows(db: Executor, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('merchantCards')
    .set((eb) => ({ status: 'CLOSED', closedTime: now, updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute();
}

/**
 * Cards whose descriptor, in the compared form, is one of these: what the three tiers choose from. REGISTERED ones, and where nobody has
 * such a one, those of closed merchants: what the provider still sends for them is theirs, and held.
 */
export async function registeredCards(db: Executor, matchDescriptors: readonly string[]) {
  if (matchDescriptors.length === 0) return [];
  const rows = await db
    .selectFrom('merchantCards as c')
    .innerJoin('merchants as m', 'm.id', 'c.merchantId')
    .where('c.matchDescriptor', 'in', [...matchDescriptors])
    .where((eb) =>
      eb.or([
        eb('c.status', '=', 'REGISTERED'),
        eb.and([eb('c.status', '=', 'CLOSED'), eb('m.status', '=', 'CLOSED'), eb('c.generation', '>', 0)]),
      ]),
    )
    .select([
      'c.id as cardId',
      'c.status as cardStatus',
      'c.merchantId',
      'm.status as merchantStatus',
      'c.matchDescriptor',
      'c.cardBin',
      'c.matchCaid',
      'c.registerTime',
      'c.createdTime',
      'c.notifyEmail',
      'm.email as merchantEmail',
      'm.locale as merchantLocale',
      'm.timeZone as merchantTimeZone',
    ])
    .execute();
  const live = new Set(
    rows.filter(({ cardStatus }) => cardStatus === 'REGISTERED').map(({ matchDescriptor }) => matchDescriptor),
  );
  return rows.filter((row) => row.cardStatus === 'REGISTERED' || !live.has(row.matchDescriptor));
}

/** Submitted and waiting, yet nothing is going to ask the provider: what the reconciler looks for. */
export async function strandedCards(db: Executor, before: Date) {
  return db
    .selectFrom('merchantCards as c')
    .leftJoin('outbox as o', (join) =>
      join
        .on('o.topic', '=', 'card.enrol')
        .on((eb) => eb('o.effectKey', '=', eb.fn<string>('concat', ['c.cardRef', eb.val(':'), 'c.generation']))),
    )
    .where('c.status', '=', 'PENDING')
    .where('c.submittedTime', '<', before)
    .where('o.id', 'is', null)
    .select(['c.id', 'c.cardRef', 'c.generation'])
    .limit(200)
    .execute();
}

export function toCard(
  row: Omit<
    CardRow,
    'matchDescriptor' | 'matchCaid' | 'closedTime' | 'providerCode' | 'cardRef' | 'generation' | 'statusTime'
  > & { companyName: string },
  { actor, scope }: Pick<Context, 'actor' | 'scope'>,
): Card {
  return {
    id: row.id,
    merchantId: row.merchantId,
    merchantName: scope === 'all' ? row.companyName : null,
    descriptor: row.descriptor,
    cardBin: shownTo(actor, 'card.cardBin', row.cardBin),
    caid: row.caid,
    notifyEmail: shownTo(actor, 'card.notifyEmail', row.notifyEmail),
    status: row.status,
    submittedTime: isoOrNull(row.submittedTime),
    registerTime: isoOrNull(row.registerTime),
    failureReason:
      CARD_FAILURE_REASONS.find((reason): reason is CardFailureReason => reason === row.failureReason) ?? null,
    remark: row.remark,
    version: row.version,
    createdTime: row.createdTime.toISOString(),
    updatedTime: row.updatedTime.toISOString(),
  };
}
