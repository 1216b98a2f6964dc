import type { DB } from '@forewarn/db';
import { type AliasableExpression, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { QUICK_COUNT_LIMIT } from './counts-model.ts';
import { type FacetFilter, facetFields, passes, readFacets } from './facets.ts';

/** One merchant's alerts, or everyone's; the first column of the index that serves it. */
export type Reach = { merchantId: number } | 'all';

const NOBODY = -1;

/** A merchant's person sees one merchant and of others nothing; staff all, or the one they filter by. */
export function reachOf(ctx: Context, merchantId?: number): Reach {
  if (ctx.scope === 'all') return merchantId === undefined ? 'all' : { merchantId };
  const own = ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : NOBODY;
  return { merchantId: merchantId === undefined || merchantId === own ? own : NOBODY };
}

/** The alerts a reach holds, read by one index whatever the optimiser thinks of it. */
export function alertsBy(ctx: Context, reach: Reach, index: string) {
  const rows = ctx.db.selectFrom(
    sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (${sql.raw(index)})`),
  );
  return reach === 'all' ? rows : rows.where('a.merchantId', '=', reach.merchantId);
}

function facetIndex(reach: Reach): string {
  return reach === 'all' ? 'idx_facets_time' : 'idx_merchant_facets_time';
}

/**
 * Which facet numbers alerts have, of those that pass a filter: each is looked for once in the index. `GROUP BY` would leave it to the
 * optimiser whether it jumps or reads a million entries.
 */
export async function facetCodes(ctx: Context, reach: Reach, filter: FacetFilter): Promise<number[]> {
  const fields = facetFields(filter).map((values, n) => {
    const rows = values.map((value) => sql`SELECT ${sql.lit(value)} AS v`);
    return sql`(${sql.join(rows, sql` UNION ALL `)}) AS ${sql.raw(`f${n}`)}`;
  });
  const code = sql.raw(fields.map((_, n) => `f${n}.v`).join(' + '));
  const own = reach === 'all' ? sql`` : sql`a.merchant_id = ${reach.merchantId} AND`;
  const { rows } = await sql<{ code: number }>`
    SELECT code FROM (SELECT ${code} AS code, (SELECT 1 FROM chargeback_alerts AS a FORCE INDEX (${sql.raw(facetIndex(reach))})
      WHERE ${own} a.facets = ${code} LIMIT 1) AS found FROM ${sql.join(fields, sql` CROSS JOIN `)}) AS codes WHERE found = 1`.execute(
    ctx.db,
  );
  return rows.map((row) => Number(row.code)).filter((found) => passes(readFacets(found), filter));
}

/** Alerts with one of these facet numbers, counted up to `limit`. */
export async function countFacets(
  ctx: Context,
  reach: Reach,
  codes: readonly number[],
  limit = QUICK_COUNT_LIMIT,
): Promise<number> {
  if (codes.length === 0) return 0;
  return counted(
    ctx,
    alertsBy(ctx, reach, facetIndex(reach))
      .where('a.facets', 'in', [...codes])
      .select('a.facets')
      .limit(limit),
  );
}

/** Alerts that wait for an answer, with a deadline before `before` when that is given. */
export async function countWaiting(ctx: Context, reach: Reach, before?: Date): Promise<number> {
  const index = reach === 'all' ? 'idx_due' : 'idx_merchant_due';
  let rows = alertsBy(ctx, reach, index).where('a.needsAnswer', '=', 1).select('a.deadline');
  if (before) rows = rows.where('a.deadline', '<', before);
  return counted(ctx, rows.limit(QUICK_COUNT_LIMIT));
}

/** Of those a person takes care of, the ones that wait for an answer. */
export async function countAssigned(ctx: Context, reach: Reach, userId: number): Promise<number> {
  return counted(
    ctx,
    alertsBy(ctx, reach, 'idx_assigned')
      .where('a.assignedTo', '=', userId)
      .where('a.needsAnswer', '=', 1)
      .select('a.id')
      .limit(QUICK_COUNT_LIMIT),
  );
}

/** How many rows a query has, which should have a limit. */
export async function counted(ctx: Context, rows: AliasableExpression<object>): Promise<number> {
  const { total } = await ctx.db
    .selectFrom(rows.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}
