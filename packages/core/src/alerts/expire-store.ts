import type { DB } from '@forewarn/db';
import { sql } from 'kysely';
import type { Executor } from '../kernel/context.ts';

/** Alerts whose deadline has passed unanswered, the longest first, locked; other workers take others. Exported for the EXPLAIN test. */
export function unansweredAtDeadline(db: Executor, now: Date, limit: number) {
  return db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (idx_due)`))
    .where('a.needsAnswer', '=', 1)
    .where('a.deadline', '<=', now)
    .orderBy('a.deadline')
    .orderBy('a.id')
    .limit(limit)
    .select([
      'a.id',
      'a.alertId',
      'a.merchantId',
      'a.cardId',
      'a.alertTime',
      'a.deadline',
      'a.amount',
      'a.currency',
      'a.riskLevel',
      'a.createdTime',
    ])
    .forUpdate()
    .skipLocked();
}
export type UnansweredAlert = Awaited<ReturnType<ReturnType<typeof unansweredAtDeadline>['execute']>>[number];

export async function markExpired(db: Executor, ids: readonly number[], now: Date): Promise<void> {
  await db
    .updateTable('chargebackAlerts')
    .set({ feedbackStatus: 'EXPIRED', feedbackTime: now, updatedTime: now })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute();
}
