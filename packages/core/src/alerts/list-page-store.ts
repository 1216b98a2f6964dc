import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { alertsBy } from './counts-store.ts';
import { type KeyValue, SORT_KEYS } from './keyset.ts';
import { byDescriptor, inOrder, type ListPlan, offsetOf, type Stretch, type Way } from './list-plan.ts';
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
    const bound = await entryAt(ctx, plan, order.walk, limits.walked);
    const found = await read(ctx, plan, [order.walk], bound);
    if (!bound || found.length > input.size) return found;
  }
  const { way, length } = await shortest(ctx, plan, limits.whole);
  return read(ctx, plan, way && length <= limits.whole ? stretchesOf(plan, way) : order.stretches);
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

/** The sort values of the entry so far behind the page's beginning; undefined when the index ends before. */
async function entryAt(ctx: Context, plan: ListPlan, walk: Way, distance: number): Promise<KeyValue[] | undefined> {
  const { after } = plan;
  const { sort, order } = plan.input;
  const keys: readonly SortKey[] = SORT_KEYS[sort];
  let rows = alertsBy(ctx, plan.reach, walk.index)
    .where((eb) =>
      eb.and(
        conditions(
          ctx,
          eb,
          plan,
          walk.by.filter((part) => plan.parts.includes(part)),
        ),
      ),
    )
    .select(COLUMNS.filter(isKey(keys)));
  if (after) rows = rows.where(behind(keys, after, order === 'asc' ? '>' : '<'));
  for (const key of keys) rows = rows.orderBy(key, order);
  const row: Partial<Record<string, KeyValue | null>> | undefined = await rows
    .limit(1)
    .offset(distance)
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
  const single = stretches.length <= 1;
  const one = (stretch: Stretch) => {
    let rows = alertsBy(ctx, plan.reach, stretch.index)
      .where((eb) => eb.and(within(ctx, eb, plan, stretch)))
      .select(COLUMNS.filter(isKey(keys)));
    if (after) rows = rows.where(behind(keys, after, beyond));
    if (bound) rows = rows.where(behind(keys, bound, before));
    for (const key of keys) rows = rows.orderBy(key, input.order);
    return single ? rows.limit(input.size + 1).offset(offset) : rows.limit(offset + input.size + 1);
  };
  const [first, ...others] = stretches;
  if (!first) return [];
  if (single) return idsOf(await one(first).execute());
  let union = ctx.db.selectFrom(one(first).as('s')).selectAll('s');
  for (const stretch of others) union = union.unionAll(ctx.db.selectFrom(one(stretch).as('s')).selectAll('s'));
  let page = ctx.db.selectFrom(union.as('a')).select('a.id');
  for (const key of keys) page = page.orderBy(key, input.order);
  return idsOf(
    await page
      .limit(input.size + 1)
      .offset(offset)
      .execute(),
  );
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
