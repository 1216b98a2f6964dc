import type { DB } from '@forewarn/db';
import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { after, HOUR } from '../kernel/time.ts';
import { alertsBy, counted, facetCodes, type Reach, reachOf } from './counts-store.ts';
import { readFacets } from './facets.ts';
import { type KeyValue, readCursor, SORT_KEYS } from './keyset.ts';
import { findKeyword, type KeywordHits } from './keyword-store.ts';
import {
  goesByFacets,
  type ListInput,
  type Part,
  partsOf,
  type Stretch,
  stretchesOf,
  type Way,
  waysTo,
} from './list-plan.ts';
import { type AdminAlertListInput, type AlertListInput, RISK_LEVELS } from './model.ts';

type Builder = ExpressionBuilder<DB & { a: DB['chargebackAlerts'] }, 'a'>;

/** How much a list may read; tests take smaller ones. */
export interface ListLimits {
  /** So few rows are read whole and sorted, whatever else is asked. */
  few: number;
  /** A total stops here: docs/decisions/0012. */
  count: number;
  /** So many entries are looked at to count what no index counts. */
  examined: number;
}
/** What the amount adds at most to how urgent an alert is, in ms (migration 0016). */
const URGENCY_MOST = 8 * HOUR;
export const LIST_LIMITS: ListLimits = { few: 3000, count: 10_000, examined: 5000 };

export interface ListPlan {
  input: ListInput;
  reach: Reach;
  parts: Part[];
  /** Facet numbers that pass the filters; undefined when no filter is about them. */
  codes: number[] | undefined;
  hits: KeywordHits | undefined;
  /** The shortest way, when one was found. */
  way: Way | undefined;
  /** Whether that way is so short that all of it is read. */
  few: boolean;
  limits: ListLimits;
}

const FACET_FILTERS = [
  'status',
  'riskLevel',
  'program',
  'brand',
  'feedbackStatus',
  'matchStatus',
  'queue',
  'held',
] as const satisfies readonly (keyof ListInput)[];

/** Counts the ways to what is asked and takes the shortest; nothing here depends on what the optimiser believes. */
export async function planList(
  ctx: Context,
  given: AlertListInput & Partial<AdminAlertListInput>,
  limits: ListLimits = LIST_LIMITS,
): Promise<ListPlan> {
  const input: ListInput = given;
  const reach = reachOf(ctx, input.merchantId);
  const [codes, hits] = await Promise.all([
    goesByFacets(input) || FACET_FILTERS.some((name) => input[name] !== undefined)
      ? codesOf(ctx, reach, input)
      : undefined,
    input.keyword ? findKeyword(ctx, reach, input.keyword) : undefined,
  ]);
  const fixed = hits ? await fixedIds(ctx, reach, hits, limits.few) : undefined;
  const parts = partsOf(input, codes, fixed !== undefined);
  const plan = { input, reach, parts, codes, hits: fixed ?? hits, limits };
  const ways = waysTo(parts, reach);
  const lengths = await Promise.all(ways.map((way) => wayLength(ctx, plan, way)));
  const shortest = lengths.indexOf(Math.min(...lengths));
  return { ...plan, way: ways[shortest], few: (lengths[shortest] ?? Number.POSITIVE_INFINITY) <= limits.few };
}

async function codesOf(ctx: Context, reach: Reach, input: ListInput): Promise<number[]> {
  return facetCodes(ctx, reach, ctx.scope === 'all' ? input : { ...input, held: false });
}

/** The rows a word means as a list of ids, unless its descriptors have too many. */
async function fixedIds(ctx: Context, reach: Reach, hits: KeywordHits, few: number): Promise<KeywordHits | undefined> {
  if (hits.descriptors.length === 0) return hits;
  const rows = await alertsBy(ctx, reach, reach === 'all' ? 'idx_descriptor' : 'idx_merchant_descriptor')
    .select('a.id')
    .where('a.descriptor', 'in', hits.descriptors)
    .limit(few + 1)
    .execute();
  if (rows.length > few) return undefined;
  return { ...hits, ids: [...new Set([...hits.ids, ...rows.map((row) => row.id)])], descriptors: [] };
}

type Planned = Pick<ListPlan, 'input' | 'reach' | 'parts' | 'codes' | 'hits' | 'limits'>;

async function wayLength(ctx: Context, plan: Planned, way: Way): Promise<number> {
  const rows = alertsBy(ctx, plan.reach, way.index).where((eb) => eb.and(conditions(ctx, eb, plan, way.by)));
  return counted(ctx, rows.select('a.id').limit(plan.limits.few + 1));
}

function conditions(ctx: Context, eb: Builder, plan: Planned, parts: readonly Part[]): Expression<SqlBool>[] {
  const { input, codes, hits } = plan;
  const where: Expression<SqlBool>[] = [];
  const has = (part: Part) => parts.includes(part);
  if (has('ids')) where.push(hits?.ids.length ? eb('a.id', 'in', hits.ids) : eb.val(false));
  if (has('assigned')) where.push(eb('a.assignedTo', '=', assigneeOf(ctx, input.assignedTo)));
  if (has('needsAnswer')) where.push(eb('a.needsAnswer', '=', 1));
  if (has('descriptor')) where.push(eb('a.descriptor', '=', input.descriptor ?? ''));
  if (has('currency')) where.push(eb('a.currency', '=', input.currency ?? ''));
  if (has('facets')) where.push(codes?.length ? eb('a.facets', 'in', codes) : eb.val(false));
  if (has('time') && input.from) where.push(eb('a.alertTime', '>=', new Date(input.from)));
  if (has('time') && input.to) where.push(eb('a.alertTime', '<', new Date(input.to)));
  if (has('amount') && input.minAmount !== undefined) where.push(eb('a.amount', '>=', String(input.minAmount)));
  if (has('amount') && input.maxAmount !== undefined) where.push(eb('a.amount', '<=', String(input.maxAmount)));
  if (has('time') && input.from) where.push(...sortedFrom(eb, input, new Date(input.from)));
  if (has('due') && input.dueBefore) where.push(eb('a.deadline', '<', new Date(input.dueBefore)));
  return where;
}

/** No deadline lies before its alert, nor is anything more urgent than eight hours before its deadline: where the index begins. */
function sortedFrom(eb: Builder, { sort }: ListInput, from: Date): Expression<SqlBool>[] {
  if (sort === 'deadline') return [eb('a.deadline', '>=', from)];
  if (sort === 'urgency') return [eb('a.urgencyTime', '>=', after(from, -URGENCY_MOST))];
  return [];
}

/** `me` of staff is nobody: alerts are a merchant's people's to take care of. */
function assigneeOf({ actor }: Context, assignedTo: ListInput['assignedTo']): number {
  if (assignedTo !== 'me') return assignedTo ?? -1;
  return actor.kind === 'merchant' ? actor.id : -1;
}

/** Conditions that no way narrows by, and what a merchant never sees. */
function rest(ctx: Context, eb: Builder, { input, hits, parts }: ListPlan): Expression<SqlBool>[] {
  const where: Expression<SqlBool>[] = [];
  if (ctx.scope !== 'all') where.push(eb('a.holdReason', 'is', null));
  if (input.needsAnswer === false) where.push(eb('a.needsAnswer', '=', 0));
  if (hits && !parts.includes('ids')) {
    const either = [eb('a.descriptor', 'in', hits.descriptors)];
    if (hits.ids.length > 0) either.push(eb('a.id', 'in', hits.ids));
    where.push(eb.or(either));
  }
  return where;
}

type SortKey = (typeof SORT_KEYS)[AlertListInput['sort']][number];

/** Numbers of the alerts of a page and one more, in order; index entries are read, rows only where an index lacks a condition. */
export function pageIdsQuery(ctx: Context, plan: ListPlan) {
  const { input } = plan;
  // Within one level the rank says nothing, and the indexes by time are in order.
  const skip = input.sort === 'riskLevel' && input.riskLevel ? 1 : 0;
  const keys = SORT_KEYS[input.sort].slice(skip);
  const values = input.cursor ? readCursor(input.cursor, input.sort)?.slice(skip) : undefined;
  const offset = values ? 0 : (input.page - 1) * input.size;
  const beyond = input.order === 'asc' ? '>' : '<';
  const byLevel = input.sort === 'riskLevel' && skip === 0;
  const ahead = ({ facet }: Stretch) =>
    !byLevel ||
    facet === undefined ||
    values === undefined ||
    (beyond === '>' ? rankOf(facet) >= Number(values[0]) : rankOf(facet) <= Number(values[0]));
  const all: Stretch[] = plan.few && plan.way ? [plan.way] : stretchesOf(input, plan.codes, plan.reach);
  const stretches = all.filter(ahead);
  const single = stretches.length <= 1;
  const read = (stretch: Stretch) => {
    const { facet } = stretch;
    const parts = plan.parts.filter((part) => part !== 'facets' || facet === undefined);
    let rows = alertsBy(ctx, plan.reach, stretch.index)
      .where((eb) => eb.and([...conditions(ctx, eb, plan, parts), ...rest(ctx, eb, plan)]))
      .select(['a.id', 'a.alertTime', 'a.deadline', 'a.urgencyTime', 'a.amount', 'a.riskRank'].filter(isKey(keys)));
    if (facet !== undefined) rows = rows.where('a.facets', '=', facet);
    const within = byLevel && facet !== undefined ? keys.slice(1) : keys;
    if (values && within === keys) rows = rows.where(behind(keys, values, beyond));
    else if (values && rankOf(facet) === Number(values[0])) rows = rows.where(behind(within, values.slice(1), beyond));
    for (const key of within) rows = rows.orderBy(key, input.order);
    return single ? rows.limit(input.size + 1).offset(offset) : rows.limit(offset + input.size + 1);
  };
  const [first, ...others] = stretches;
  if (!first) return alertsBy(ctx, plan.reach, 'PRIMARY').select('a.id').where(sql<SqlBool>`1 = 0`).limit(0);
  if (single) return read(first);
  let union = ctx.db.selectFrom(read(first).as('s')).selectAll('s');
  for (const stretch of others) union = union.unionAll(ctx.db.selectFrom(read(stretch).as('s')).selectAll('s'));
  let page = ctx.db.selectFrom(union.as('a')).select('a.id');
  for (const key of keys) page = page.orderBy(key, input.order);
  return page.limit(input.size + 1).offset(offset);
}

/** A facet number has one risk level, so a cursor's place in it is known without looking. */
function rankOf(facet: number | undefined): number {
  return facet === undefined ? 0 : RISK_LEVELS.indexOf(readFacets(facet).riskLevel) + 1;
}

function isKey(keys: readonly SortKey[]) {
  return <T extends string>(column: T): column is T & SortKey => keys.some((key) => key === column);
}

/**
 * Rows behind a cursor, spelled out as ranges that follow each other: neither database uses an index for `(a, b) > (x, y)`. The first
 * bound stands alone, too, so that reading begins at the cursor.
 */
function behind(keys: readonly SortKey[], values: readonly KeyValue[], beyond: '>' | '<'): RawBuilder<SqlBool> {
  const [key, ...restKeys] = keys;
  const [value, ...restValues] = values;
  if (key === undefined || value === undefined) return sql<SqlBool>`1 = 0`;
  const past = sql<SqlBool>`${sql.ref(key)} ${sql.raw(beyond)} ${value}`;
  if (restKeys.length === 0) return past;
  const either = sql<SqlBool>`(${past} OR (${sql.ref(key)} = ${value} AND ${behind(restKeys, restValues, beyond)}))`;
  return sql<SqlBool>`(${sql.ref(key)} ${sql.raw(beyond)}= ${value} AND ${either})`;
}

function wayIndex({ way, reach }: ListPlan): string {
  return way?.index ?? (reach === 'all' ? 'idx_alert_time' : 'idx_merchant_time');
}

/** How many alerts a list holds, at most `most`. */
export async function countAll(ctx: Context, plan: ListPlan, most: number): Promise<number> {
  const all = alertsBy(ctx, plan.reach, wayIndex(plan)).where((eb) =>
    eb.and([...conditions(ctx, eb, plan, plan.parts), ...rest(ctx, eb, plan)]),
  );
  return counted(ctx, all.select('a.id').limit(most));
}

/** How many alerts a list holds, and whether there may be more: counted to a limit, or as far as was looked. */
export async function countList(ctx: Context, plan: ListPlan): Promise<{ total: number; more: boolean }> {
  const { way, parts, limits, hits } = plan;
  const cut = hits?.cut ?? false;
  const exact = plan.few || (parts.every((part) => way?.by.includes(part)) && !(hits && !parts.includes('ids')));
  const rows = alertsBy(ctx, plan.reach, wayIndex(plan));
  if (exact && plan.input.needsAnswer !== false) {
    const total = await countAll(ctx, plan, limits.count);
    return { total, more: cut || total === limits.count };
  }
  const looked = rows
    .where((eb) => eb.and(conditions(ctx, eb, plan, way?.by ?? [])))
    .select((eb) => [eb.and([...conditions(ctx, eb, plan, parts), ...rest(ctx, eb, plan)]).as('fits')])
    .limit(limits.examined);
  const { found, seen } = await ctx.db
    .selectFrom(looked.as('looked'))
    .select((eb) => [eb.fn.sum<string | null>('looked.fits').as('found'), eb.fn.countAll<number>().as('seen')])
    .executeTakeFirstOrThrow();
  return { total: Number(found ?? 0), more: cut || Number(seen) === limits.examined };
}
