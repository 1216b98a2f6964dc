import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { alertsBy } from './counts-store.ts';
import { type KeyValue, SORT_KEYS } from './keyset.ts';
import {
  byDescriptor,
  type InOrder,
  inOrder,
  type ListPlan,
  offsetOf,
  type Part,
  type Stretch,
  type Way,
} from './list-plan.ts';
import { planLevels, shortest } from './list-store.ts';
import { conditions, within } from './list-where-store.ts';
import type { AlertListInput } from './model.ts';

type SortKey = (typeof SORT_KEYS)[AlertListInput['sort']][number];

/**
 * Numbers of the alerts of a page and one more, in order. An index that has every condition is read from where the page begins. Where none
 * has, the list's own order is looked along for some thousand entries; what does not fill the page so is rare or lies far away, and the
 * shortest way to it is read whole. Only what is frequent, and yet not there, is looked for to the end.
 */
export async function pageIds(ctx: Context, plan: ListPlan): Promise<number[]> {
  const { limits, input } = plan;
  if (plan.few && plan.way) return read(ctx, plan, stretchesOf(plan, plan.way));
  if (input.sort === 'riskLevel') return byLevel(ctx, plan);
  const order = inOrder(plan, input.sort);
  if (plan.parts.every((part) => order.by.includes(part))) return read(ctx, plan, order.stretches);
  if (offsetOf(plan) + input.size < limits.walked) {
    const { stretches, by } = walkOf(order);
    const bound = await boundOf(ctx, plan, stretches, by);
    const found = await read(ctx, plan, stretches, bound);
    if (!bound || found.length > input.size) return found;
  }
  const { way, length } = await shortest(ctx, plan, limits.whole);
  return read(ctx, plan, way && length <= limits.whole ? stretchesOf(plan, way) : order.stretches);
}

/** Along few facet numbers every entry has the right one; of many, each would have too small a share. */
const WALKED_STRETCHES = 24;

function walkOf({ stretches, by, walk }: InOrder): Pick<InOrder, 'stretches' | 'by'> {
  const few = stretches.length <= WALKED_STRETCHES && stretches.every(({ facet }) => facet !== undefined);
  return few ? { stretches, by } : { stretches: [walk], by: walk.by };
}

function stretchesOf({ reach, hits }: ListPlan, way: Way): Stretch[] {
  return way.by.includes('words') ? byDescriptor(reach, hits) : [way];
}

async function byLevel(ctx: Context, plan: ListPlan): Promise<number[]> {
  const offset = offsetOf(plan);
  const most = offset + plan.input.size;
  const found: number[] = [];
  for (const planned of await planLevels(ctx, plan)) {
    const level = await planned();
    const input = { ...level.input, page: 1, size: most - found.length };
    found.push(...(await pageIds(ctx, { ...level, input })));
    if (found.length > most) break;
  }
  return found.slice(offset);
}

const COLUMNS = ['a.id', 'a.alertTime', 'a.deadline', 'a.urgencyTime', 'a.amount', 'a.riskRank'] as const;

/**
 * The sort values that the page's beginning and so many entries lie before, at most; undefined when there are no more entries. Of several
 * stretches each gives its share.
 */
async function boundOf(ctx: Context, plan: ListPlan, walks: readonly Stretch[], by: readonly Part[]) {
  const { after, limits } = plan;
  const { sort, order } = plan.input;
  const keys: readonly SortKey[] = SORT_KEYS[sort];
  const share = Math.floor(limits.walked / walks.length);
  const entries = walks.map((stretch) => {
    const { facet } = stretch;
    const parts = by.filter((part) => plan.parts.includes(part) && !(part === 'facets' && facet !== undefined));
    let rows = keyed(ctx, plan, stretch, keys).where((eb) => eb.and(conditions(ctx, eb, plan, parts)));
    if (facet !== undefined) rows = rows.where('a.facets', '=', facet);
    if (after) rows = rows.where(behind(keys, after, order === 'asc' ? '>' : '<'));
    for (const key of keys) rows = rows.orderBy(key, order);
    return rows.limit(1).offset(share);
  });
  const row: Partial<Record<string, KeyValue | null>> | undefined = await inOneList(ctx, entries, keys, order)
    ?.limit(1)
    .executeTakeFirst();
  return row && keys.map((key) => row[key.slice(2)] ?? 0);
}

async function read(
  ctx: Context,
  plan: ListPlan,
  stretches: readonly Stretch[],
  bound?: readonly KeyValue[],
): Promise<number[]> {
  const { input, after } = plan;
  const keys: readonly SortKey[] = SORT_KEYS[input.sort];
  const offset = offsetOf(plan);
  const [beyond, before] = input.order === 'asc' ? (['>', '<'] as const) : (['<', '>'] as const);
  const pages = stretches.map((stretch) => {
    let rows = keyed(ctx, plan, stretch, keys).where((eb) => eb.and(within(ctx, eb, plan, stretch)));
    if (after) rows = rows.where(behind(keys, after, beyond));
    if (bound) rows = rows.where(behind(keys, bound, before));
    for (const key of keys) rows = rows.orderBy(key, input.order);
    return rows.limit(offset + input.size + 1);
  });
  const page = inOneList(ctx, pages, keys, input.order)
    ?.limit(input.size + 1)
    .offset(offset);
  return page ? idsOf(await page.execute()) : [];
}

function keyed(ctx: Context, { reach }: ListPlan, { index }: Stretch, keys: readonly SortKey[]) {
  return alertsBy(ctx, reach, index).select(COLUMNS.filter(isKey(keys)));
}

/** Rows of several stretches, each in order, as one list in that order. */
function inOneList(
  ctx: Context,
  parts: readonly ReturnType<typeof keyed>[],
  keys: readonly SortKey[],
  order: 'asc' | 'desc',
) {
  const [first, ...others] = parts;
  if (!first) return undefined;
  let union = ctx.db.selectFrom(first.as('s')).selectAll('s');
  for (const other of others) union = union.unionAll(ctx.db.selectFrom(other.as('s')).selectAll('s'));
  let list = ctx.db.selectFrom(union.as('a')).selectAll('a');
  for (const key of keys) list = list.orderBy(key, order);
  return list;
}

function idsOf(rows: readonly { id: number }[]): number[] {
  return rows.map(({ id }) => id);
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
