import type { DB } from '@forewarn/db';
import { sql } from 'kysely';
import type { Context, Executor } from '../kernel/context.ts';

const LOOKED_AT = [
  'a.id',
  'a.alertId',
  'a.alertTime',
  'a.deadline',
  'a.needsAnswer',
  'a.program',
  'a.amount',
  'a.currency',
  'a.reasonCode',
  'a.cardBrand',
  'a.descriptor',
  'a.riskLevel',
  'a.processAction',
  'a.feedbackData',
  'a.outcome',
  'a.transactionId',
  'a.arn',
] as const;
export type LookedAt = Awaited<ReturnType<ReturnType<typeof pastAlertsQuery>['execute']>>[number];

interface PastWindow {
  merchantId: number;
  since: Date;
  /** Older than this one. */
  before?: { alertTime: Date; id: number } | undefined;
  limit: number;
}

/** The merchant's alerts, newest first, a batch at a time, by the index that its list reads too. */
export function pastAlertsQuery(db: Executor, { merchantId, since, before, limit }: PastWindow) {
  let rows = db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (idx_merchant_time)`))
    .where('a.merchantId', '=', merchantId)
    .where('a.holdReason', 'is', null)
    .where('a.alertTime', '>=', since);
  if (before) {
    rows = rows
      .where('a.alertTime', '<=', before.alertTime)
      .where((eb) => eb.or([eb('a.alertTime', '<', before.alertTime), eb('a.id', '<', before.id)]));
  }
  return rows.select(LOOKED_AT).orderBy('a.alertTime', 'desc').orderBy('a.id', 'desc').limit(limit);
}

/** What waits for an answer, soonest deadline first. */
export function openAlertsQuery(db: Executor, merchantId: number, limit: number) {
  return db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (idx_merchant_due)`))
    .where('a.merchantId', '=', merchantId)
    .where('a.needsAnswer', '=', 1)
    .select(LOOKED_AT)
    .orderBy('a.deadline')
    .orderBy('a.id')
    .limit(limit);
}

/** Of these alerts the ones that wait for an answer and that the actor may see. */
export function openAmong(ctx: Context, ids: readonly number[]) {
  const rows = ctx.db
    .selectFrom('chargebackAlerts as a')
    .where('a.id', 'in', [...ids])
    .where('a.needsAnswer', '=', 1);
  const scoped =
    ctx.scope === 'all'
      ? rows
      : rows.where('a.merchantId', '=', ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : -1);
  return scoped.select([...LOOKED_AT, 'a.merchantId']).execute();
}
