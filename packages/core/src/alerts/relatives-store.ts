import type { DB } from '@forewarn/db';
import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import { RELATED_COUNT_LIMIT, type Relation } from './model.ts';

/** Whose other alerts are looked at, and beside which one; `held`: those kept from the merchant, too. */
export interface RelativesOf {
  id: number;
  merchantId: number;
  held: boolean;
}

const COLUMNS = [
  'a.id',
  'a.alertId',
  'a.program',
  'a.alertTime',
  'a.amount',
  'a.currency',
  'a.processStatus',
  'a.processAction',
  'a.processTime',
  'a.feedbackStatus',
  'a.needsAnswer',
  'a.outcome',
] as const;
const KEYS = ['a.arn', 'a.transactionId', 'a.cardBin', 'a.cardLast4', 'a.detailsEnc'] as const;

export type RelativeRow = Awaited<ReturnType<ReturnType<typeof relatedQuery>['execute']>>[number];
export type TwinRow = Awaited<ReturnType<typeof twinCandidates>>[number];

/** The index is named: the optimiser's guess changes with how much of the table is one merchant's. */
function from(db: Executor, index: string, { id, merchantId, held }: RelativesOf) {
  const rows = db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql.raw(`a FORCE INDEX (${index})`)))
    .where('a.merchantId', '=', merchantId)
    .where('a.id', '<>', id);
  return held ? rows : rows.where('a.holdReason', 'is', null);
}

export interface RelationKeys {
  cardBin: string | null;
  cardLast4: string | null;
  transactionId: string | null;
  descriptor: string | null;
}

function related(db: Executor, of: RelativesOf, relation: Relation, keys: RelationKeys) {
  if (relation === 'CARD')
    return from(db, 'idx_merchant_card', of)
      .where('a.cardBin', '=', keys.cardBin)
      .where('a.cardLast4', '=', keys.cardLast4);
  if (relation === 'TRANSACTION')
    return from(db, 'idx_merchant_transaction', of).where('a.transactionId', '=', keys.transactionId);
  return from(db, 'idx_merchant_descriptor', of).where('a.descriptor', '=', keys.descriptor);
}

/** By the index's own order: that of descriptors runs by time. */
function latest(rows: ReturnType<typeof related>, relation: Relation) {
  return (relation === 'DESCRIPTOR' ? rows.orderBy('a.alertTime', 'desc') : rows).orderBy('a.id', 'desc');
}

/** The latest that came. */
export function relatedQuery(db: Executor, of: RelativesOf, relation: Relation, keys: RelationKeys, limit: number) {
  return latest(related(db, of, relation, keys), relation)
    .select(COLUMNS)
    .limit(limit);
}

/** How many there are, and how the counted ones ended; reads at most one row beyond the limit. */
export function relatedCountQuery(db: Executor, of: RelativesOf, relation: Relation, keys: RelationKeys) {
  const rows = latest(related(db, of, relation, keys), relation)
    .select('a.outcome')
    .limit(RELATED_COUNT_LIMIT + 1);
  const ended = (outcome: string): RawBuilder<number> => sql`COALESCE(SUM(outcome = ${outcome}), 0)`;
  return db
    .selectFrom(rows.as('found'))
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      ended('CHARGEBACK').as('chargebacks'),
      ended('PREVENTED').as('prevented'),
    ]);
}

export interface TwinKeys extends Omit<RelationKeys, 'descriptor'> {
  arn: string | null;
  /** SQL's decimal text. */
  amount: string;
  currency: string;
}

/** So many of one key are looked at: more have the same placeholder, not the same transaction. */
const TWINS = 20;

/** The few alerts that might be about the same transaction, each by an index of its merchant's; judged by `sameTransaction`. */
export function twinQueries(db: Executor, of: RelativesOf, keys: TwinKeys) {
  const { arn, transactionId, cardBin, cardLast4, amount, currency } = keys;
  const queries = [];
  if (arn) queries.push(from(db, 'idx_merchant_arn', of).where('a.arn', '=', arn));
  if (transactionId)
    queries.push(from(db, 'idx_merchant_transaction', of).where('a.transactionId', '=', transactionId));
  if (cardBin && cardLast4)
    queries.push(
      from(db, 'idx_merchant_card', of)
        .where('a.cardBin', '=', cardBin)
        .where('a.cardLast4', '=', cardLast4)
        .where('a.amount', '=', amount)
        .where('a.currency', '=', currency),
    );
  return queries.map((query) =>
    query
      .select([...COLUMNS, ...KEYS])
      .orderBy('a.id', 'desc')
      .limit(TWINS),
  );
}

export async function twinCandidates(db: Executor, of: RelativesOf, keys: TwinKeys) {
  const found = [];
  for (const query of twinQueries(db, of, keys)) found.push(...(await query.execute()));
  return [...new Map(found.map((row) => [row.id, row])).values()];
}

/** What the last answer of each alert refunded (SQL's decimal text), by the alert's number. */
export async function refundsOf(db: Executor, alertRefs: readonly number[]): Promise<Map<number, string | null>> {
  if (alertRefs.length === 0) return new Map();
  const rows = await db
    .selectFrom('alertFeedbacks')
    .select(['alertRef', 'refundAmount'])
    .where('alertRef', 'in', [...alertRefs])
    .orderBy('alertRef')
    .orderBy('number')
    .execute();
  return new Map(rows.map((row) => [row.alertRef, row.refundAmount]));
}

/**
 * From here to the end of the transaction nobody else's refund for this merchant is decided. Always taken after the alert's own lock; of two
 * answers that hold an alert each, the second waits here and then sees what the first has written (READ COMMITTED).
 */
export async function lockRefunds(tx: Executor, merchantId: number): Promise<void> {
  await tx.insertInto('refundGuards').values({ merchantId }).onDuplicateKeyUpdate({ merchantId }).execute();
}

export async function chargebackCostSetting(db: Executor): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'suggest.chargebackCost')
    .executeTakeFirst();
  return row?.value;
}
