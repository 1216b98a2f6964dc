import type { DB, Db } from '@forewarn/db';
import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { type KeyValue, readCursor, SORT_KEYS, writeCursor } from './keyset.ts';
import { type AdminAlertListInput, type AlertListInput, RISK_LEVELS, WAITING } from './model.ts';

/**
 * Indexes over the alerts of everyone. Where one merchant has most of the table the optimiser takes them to be as good as the merchant's own
 * and then reads other merchants' rows to throw them away; a merchant's read must cost what that merchant has.
 */
const INDEXES_OF_ALL = sql`a IGNORE INDEX (idx_alert_time, idx_deadline, idx_amount, idx_risk, idx_queue, idx_due, idx_updated, idx_process_status, idx_urgency, idx_facets_time, idx_facets_amount, idx_currency, idx_descriptor, idx_order, idx_transaction)`;

/** Every read starts from what the actor may see: a merchant's own alerts that aren't held; staff all. */
export function scopedAlerts(ctx: Context) {
  if (ctx.scope === 'all') return ctx.db.selectFrom('chargebackAlerts as a');
  const merchantId = ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : -1;
  return ctx.db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(INDEXES_OF_ALL))
    .where('a.merchantId', '=', merchantId)
    .where('a.holdReason', 'is', null);
}

export async function findAlertRef(ctx: Context, id: number): Promise<number | undefined> {
  const row = await scopedAlerts(ctx).select('a.id').where('a.id', '=', id).executeTakeFirst();
  return row?.id;
}

const SUMMARY = [
  'a.id',
  'a.alertId',
  'a.program',
  'a.alertTime',
  'a.createdTime',
  'a.deadline',
  'a.riskLevel',
  'a.amount',
  'a.currency',
  'a.transactionId',
  'a.descriptor',
  'a.cardBin',
  'a.cardLast4',
  'a.matchStatus',
  'a.matchTier',
  'a.holdReason',
  'a.processStatus',
  'a.processAction',
  'a.processTime',
  'a.feedbackStatus',
  'a.needsAnswer',
  'a.cardBrand',
  'a.assignedTo',
  'a.flags',
  'a.merchantId',
] as const;

export type SummaryRow = Awaited<ReturnType<typeof listAlertRows>>['records'][number];

type ListInput = AlertListInput & Partial<AdminAlertListInput>;
type Builder = ExpressionBuilder<DB & { a: DB['chargebackAlerts'] }, 'a'>;

/** Filters as SQL; each one the screens offer is served by an index of its own (EXPLAIN tests). */
function filters(ctx: Context, eb: Builder, input: ListInput, hits?: KeywordHits): Expression<SqlBool>[] {
  const assignee = assigneeOf(ctx, input.assignedTo);
  const where: Expression<SqlBool>[] = [];
  if (input.status) where.push(eb('a.processStatus', '=', input.status));
  if (input.needsAnswer !== undefined) where.push(eb('a.needsAnswer', '=', input.needsAnswer ? 1 : 0));
  if (input.riskLevel) where.push(eb('a.riskRank', '=', RISK_LEVELS.indexOf(input.riskLevel) + 1));
  if (input.program) where.push(eb('a.program', '=', input.program));
  if (input.brand) where.push(eb('a.cardBrand', '=', input.brand));
  if (input.currency) where.push(eb('a.currency', '=', input.currency));
  if (input.feedbackStatus)
    where.push(
      input.feedbackStatus === 'WAITING'
        ? eb('a.feedbackStatus', 'in', [...WAITING])
        : eb('a.feedbackStatus', '=', input.feedbackStatus),
    );
  if (input.descriptor !== undefined) where.push(eb('a.descriptor', '=', input.descriptor));
  if (assignee !== undefined) where.push(eb('a.assignedTo', '=', assignee));
  if (input.dueBefore) where.push(eb('a.deadline', '<', new Date(input.dueBefore)));
  if (input.from) where.push(eb('a.alertTime', '>=', new Date(input.from)));
  if (input.to) where.push(eb('a.alertTime', '<', new Date(input.to)));
  if (input.minAmount !== undefined) where.push(eb('a.amount', '>=', String(input.minAmount)));
  if (input.maxAmount !== undefined) where.push(eb('a.amount', '<=', String(input.maxAmount)));
  if (hits) where.push(keywordFilter(eb, hits));
  if (input.matchStatus) where.push(eb('a.matchStatus', '=', input.matchStatus));
  if (input.merchantId) where.push(eb('a.merchantId', '=', input.merchantId));
  if (input.held !== undefined) where.push(eb('a.holdReason', input.held ? 'is not' : 'is', null));
  if (input.queue !== undefined) where.push(eb('a.needsAdmin', '=', input.queue ? 1 : 0));
  return where;
}

/** `me` of staff is nobody: alerts are a merchant's people's to take care of. */
function assigneeOf({ actor }: Context, assignedTo: ListInput['assignedTo']): number | undefined {
  if (assignedTo !== 'me') return assignedTo;
  return actor.kind === 'merchant' ? actor.id : -1;
}

/** What a search word means, looked up by index first: rows whose ids start with it, and the descriptors that do. */
export interface KeywordHits {
  ids: number[];
  descriptors: string[];
}

const KEYWORD_IDS = 1000;
const KEYWORD_DESCRIPTORS = 50;

/** For lists and exports alike; undefined: no keyword, so everything. */
export async function keywordHits(ctx: Context, text: string | undefined): Promise<KeywordHits | undefined> {
  return text ? findKeyword(ctx, text) : undefined;
}

async function findKeyword(ctx: Context, text: string): Promise<KeywordHits> {
  const start = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = scopedAlerts(ctx);
  const [byAlert, byTransaction, byOrder, descriptors] = await Promise.all([
    rows.select('a.id').where('a.alertId', 'like', start).limit(KEYWORD_IDS).execute(),
    rows.select('a.id').where('a.transactionId', 'like', start).limit(KEYWORD_IDS).execute(),
    rows.select('a.id').where('a.orderId', 'like', start).limit(KEYWORD_IDS).execute(),
    rows
      .select('a.descriptor')
      .distinct()
      .where('a.descriptor', 'like', start.toUpperCase())
      .limit(KEYWORD_DESCRIPTORS)
      .execute(),
  ]);
  return {
    ids: [...new Set([...byAlert, ...byTransaction, ...byOrder].map((row) => row.id))],
    descriptors: descriptors.flatMap((row) => (row.descriptor === null ? [] : [row.descriptor])),
  };
}

function keywordFilter(eb: Builder, hits: KeywordHits): Expression<SqlBool> {
  const either: Expression<SqlBool>[] = [];
  if (hits.ids.length > 0) either.push(eb('a.id', 'in', hits.ids));
  if (hits.descriptors.length > 0) either.push(eb('a.descriptor', 'in', hits.descriptors));
  return either.length > 0 ? eb.or(either) : eb.val(false);
}

/** Above this many a count is no help to anyone and costs too much: the list says "more than". */
export const COUNT_LIMIT = 10_000;

export function alertListQuery(ctx: Context, input: ListInput, hits?: KeywordHits) {
  const keys = SORT_KEYS[input.sort];
  const from = input.cursor ? readCursor(input.cursor, input.sort) : undefined;
  let rows = scopedAlerts(ctx).where((eb) => eb.and(filters(ctx, eb, input, hits)));
  if (from) rows = rows.where(after(keys, from, input.order === 'asc' ? '>' : '<'));
  let ordered = rows.select([...SUMMARY, 'a.riskRank', 'a.urgencyTime']);
  for (const key of keys) ordered = ordered.orderBy(key, input.order);
  return ordered.limit(input.size + 1).offset(from ? 0 : (input.page - 1) * input.size);
}

type SortKey = (typeof SORT_KEYS)[AlertListInput['sort']][number];

/** Rows behind a cursor, spelled out as ranges that follow each other: neither database uses an index for `(a, b) > (x, y)`. */
function after(keys: readonly SortKey[], values: readonly KeyValue[], beyond: '>' | '<'): RawBuilder<SqlBool> {
  const [key, ...restKeys] = keys;
  const [value, ...restValues] = values;
  if (key === undefined || value === undefined) return sql<SqlBool>`1 = 0`;
  const past = sql<SqlBool>`${sql.ref(key)} ${sql.raw(beyond)} ${value}`;
  if (restKeys.length === 0) return past;
  return sql<SqlBool>`(${past} OR (${sql.ref(key)} = ${value} AND ${after(restKeys, restValues, beyond)}))`;
}

export async function listAlertRows(ctx: Context, input: ListInput) {
  const hits = await keywordHits(ctx, input.keyword);
  const [total, found] = await Promise.all([countAlerts(ctx, input, hits), alertListQuery(ctx, input, hits).execute()]);
  const records = found.slice(0, input.size);
  const last = records.at(-1);
  const nextCursor = found.length > input.size && last ? writeCursor(input.sort, last) : undefined;
  return { total, records, nextCursor };
}

/** Counts at most `most` rows, whatever the table holds. */
export async function countAlerts(
  ctx: Context,
  input: ListInput,
  hits?: KeywordHits,
  most: number = COUNT_LIMIT,
): Promise<number> {
  const rows = scopedAlerts(ctx)
    .where((eb) => eb.and(filters(ctx, eb, input, hits)))
    .select('a.id')
    .limit(most);
  const { total } = await ctx.db
    .selectFrom(rows.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

export async function companyNames(db: Db | Context['db'], ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('merchants')
    .select(['id', 'companyName'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.companyName]));
}

/** Names of the colleagues that alerts are assigned to. */
export async function assigneeNames(db: Db | Context['db'], ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('merchantUsers')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function alertPulseRow(ctx: Context) {
  const needs = await scopedAlerts(ctx)
    .where(ctx.scope === 'all' ? 'a.needsAdmin' : 'a.needsAnswer', '=', 1)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const latest = await scopedAlerts(ctx)
    .select(['a.id', 'a.updatedTime'])
    .orderBy('a.updatedTime', 'desc')
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { needsAnswer: Number(needs.count), newestId: latest?.id ?? 0, changed: latest?.updatedTime ?? null };
}

export async function rowsByIds(ctx: Context, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return scopedAlerts(ctx)
    .select(SUMMARY)
    .where('a.id', 'in', [...ids])
    .orderBy('a.alertTime', 'desc')
    .execute();
}
