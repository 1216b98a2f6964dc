import type { DB, Db } from '@forewarn/db';
import { sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { writeCursor } from './keyset.ts';
import { pageIds } from './list-page-store.ts';
import type { ListLimits } from './list-plan.ts';
import { countAll, countList, planList } from './list-store.ts';
import type { AdminAlertListInput, AlertListInput } from './model.ts';

/**
 * Indexes over the alerts of everyone. Where one merchant has most of the table the optimiser takes them to be as good as the merchant's own
 * and then reads other merchants' rows to throw them away; a merchant's read must cost what that merchant has.
 */
const INDEXES_OF_ALL = sql`a IGNORE INDEX (idx_alert_time, idx_amount, idx_queue, idx_due, idx_urgent, idx_updated, idx_process_status, idx_facets_time, idx_facets_amount, idx_currency, idx_currency_time, idx_descriptor, idx_order, idx_transaction)`;

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

type ListInput = AlertListInput & Partial<AdminAlertListInput>;

export type SummaryRow = Awaited<ReturnType<typeof listAlertRows>>['records'][number];

/** Offsets end where totals do; beyond that a list is followed by its cursors. */
export async function listAlertRows(ctx: Context, input: ListInput, limits?: ListLimits) {
  const plan = await planList(ctx, input, limits);
  const offset = (input.page - 1) * input.size;
  const [{ total, more }, found] = await Promise.all([
    countList(ctx, plan),
    input.cursor === undefined && offset >= plan.limits.count ? [] : pageIds(ctx, plan),
  ]);
  const records = await rowsInOrder(ctx, found.slice(0, input.size));
  const last = records.at(-1);
  const goesOn = found.length > input.size;
  const nextCursor = goesOn && last ? writeCursor(input.sort, last) : undefined;
  const shown = input.cursor === undefined && found.length > 0 ? offset + found.length : 0;
  return { total: Math.max(total, shown), more, records, nextCursor };
}

/** A page of a list and, when there is one, the row behind it; for exports, which count by themselves. */
export async function alertPageRows(ctx: Context, input: ListInput) {
  return rowsInOrder(ctx, await pageIds(ctx, await planList(ctx, input)));
}

/** Counts at most `most` rows, however far it has to look. */
export async function countAlerts(ctx: Context, input: ListInput, most: number): Promise<number> {
  return countAll(ctx, await planList(ctx, input), most);
}

async function rowsInOrder(ctx: Context, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const rows = await scopedAlerts(ctx)
    .select([...SUMMARY, 'a.riskRank', 'a.urgencyTime'])
    .where('a.id', 'in', [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
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
