import type { DB } from '@forewarn/db';
import { sql } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import { facetCodesOf } from './facets.ts';
import { QUEUE_STEPS } from './queue-steps.ts';

const alertsBy = (db: Executor, index: string) =>
  db.selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (${sql.raw(index)})`));

/** Alerts without a merchant, or kept from theirs, whose deadline is ahead; the soonest first. Exported for the EXPLAIN test. */
export function queueAhead(db: Executor, now: Date, limit: number) {
  return alertsBy(db, 'idx_queue')
    .where('a.needsAdmin', '=', 1)
    .where('a.deadline', '>', now)
    .where('a.processStatus', '=', 'PENDING')
    .where('a.program', '=', 'ETHOCA')
    .orderBy('a.deadline')
    .orderBy('a.id')
    .limit(limit)
    .select(['a.id', 'a.createdTime', 'a.deadline', 'a.matchStatus', 'a.descriptor']);
}

/** Which steps were told of these alerts; their histories say so. */
export function stepsTold(db: Executor, ids: readonly number[]) {
  return db
    .selectFrom('alertEvents')
    .where('alertRef', 'in', ids.length > 0 ? [...ids] : [-1])
    .where('kind', 'in', [...QUEUE_STEPS])
    .select(['alertRef', 'kind'])
    .execute();
}

/** Those of the alerts that still wait, locked; what another worker or an admin has in hand is left out. */
export async function lockQueued(db: Executor, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('chargebackAlerts')
    .select('id')
    .where('id', 'in', [...ids])
    .where('needsAdmin', '=', 1)
    .where('processStatus', '=', 'PENDING')
    .where('feedbackStatus', '=', 'NONE')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** In the queue, unanswered, not marked: what is past its deadline leaves these numbers when it is marked, so that few ever have them. */
const UNMARKED = facetCodesOf({ queue: true, status: 'PENDING', feedbackStatus: 'NONE', program: 'ETHOCA' });

/** Alerts of the queue whose deadline has passed unmarked. Exported for the EXPLAIN test. */
export function queueAtDeadline(db: Executor, now: Date, limit: number) {
  return alertsBy(db, 'idx_facets_time')
    .where('a.facets', 'in', [...UNMARKED])
    .where('a.deadline', '<=', now)
    .limit(limit)
    .select([
      'a.id',
      'a.alertId',
      'a.cardId',
      'a.alertTime',
      'a.deadline',
      'a.amount',
      'a.currency',
      'a.riskLevel',
      'a.createdTime',
    ]);
}
