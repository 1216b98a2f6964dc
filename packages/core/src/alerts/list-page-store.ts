import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { alertsBy } from './counts-store.ts';
import { readFacets } from './facets.ts';
import { type KeyValue, readCursor, SORT_KEYS } from './keyset.ts';
import { type ListPlan, type Stretch, stretchesOf } from './list-plan.ts';
import { type Builder, conditions, meant, rest } from './list-where-store.ts';
import { type AlertListInput, RISK_LEVELS } from './model.ts';

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
  const all: Stretch[] = plan.few && plan.way ? [plan.way] : stretchesOf(plan);
  const stretches = all.filter(ahead);
  const single = stretches.length <= 1;
  const read = (stretch: Stretch) => {
    const { facet } = stretch;
    const parts = plan.parts.filter((part) => part !== 'facets' || facet === undefined);
    let rows = alertsBy(ctx, plan.reach, stretch.index)
      .where((eb) => eb.and([...conditions(ctx, eb, plan, parts), ...rest(ctx, eb, plan), ...among(eb, plan, stretch)]))
      .select(['a.id', 'a.alertTime', 'a.deadline', 'a.urgencyTime', 'a.amount', 'a.riskRank'].filter(isKey(keys)));
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

/** What keeps rows to one stretch; no row is in two. */
function among(eb: Builder, plan: ListPlan, { facet, descriptor, ids }: Stretch): Expression<SqlBool>[] {
  if (descriptor !== undefined) return [eb('a.descriptor', '=', descriptor)];
  const one = facet === undefined ? [] : [eb('a.facets', '=', facet)];
  if (!ids) return [...one, ...meant(eb, plan)];
  const others = plan.hits?.descriptors ?? [];
  return [eb('a.id', 'in', ids), eb.or([eb('a.descriptor', 'is', null), eb('a.descriptor', 'not in', others)])];
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
