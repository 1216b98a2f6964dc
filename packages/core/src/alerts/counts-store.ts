import type { DB } from '@forewarn/db';
import { type AliasableExpression, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { QUICK_COUNT_LIMIT } from './counts-model.ts';

/** One merchant's alerts, or everyone's; the first column of the index that serves it. */
export type Reach = { merchantId: number } | 'all';

/** A merchant's person sees one merchant, staff all or the one they filter by. */
export function reachOf(ctx: Context, merchantId?: number): Reach {
  if (ctx.scope !== 'all') return { merchantId: ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : -1 };
  return merchantId === undefined ? 'all' : { merchantId };
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

/** Which facet numbers there are: some dozens, found by jumping through the index. */
export async function facetCodes(ctx: Context, reach: Reach): Promise<number[]> {
  const rows = await alertsBy(ctx, reach, facetIndex(reach)).select('a.facets').groupBy('a.facets').execute();
  return rows.flatMap(({ facets }) => (facets === null ? [] : [facets]));
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

async function counted(ctx: Context, rows: AliasableExpression<object>): Promise<number> {
  const { total } = await ctx.db
    .selectFrom(rows.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}
