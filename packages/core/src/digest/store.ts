import type { Db, Tx } from '@forewarn/db';
import { sql } from 'kysely';
import type { Week } from './week.ts';

type Executor = Db | Tx;
interface Reads {
  db: Executor;
}

export async function zonesInUse(db: Executor): Promise<string[]> {
  const rows = await db.selectFrom('merchants').select('timeZone').distinct().execute();
  return rows.map(({ timeZone }) => timeZone);
}

/** Merchants of a zone whose digest of that week isn't announced yet, locked; other workers take others. Exported for the EXPLAIN test. */
export function waitingMerchants(db: Executor, timeZone: string, week: string, limit: number) {
  return db
    .selectFrom('merchants')
    .select('id')
    .where('timeZone', '=', timeZone)
    .where('status', '=', 'ACTIVE')
    .where('digest', '=', 1)
    .where('digestWeek', '<', week)
    .orderBy('digestWeek')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked();
}

export async function markAnnounced(tx: Tx, ids: readonly number[], week: string): Promise<void> {
  await tx
    .updateTable('merchants')
    .set({ digestWeek: week })
    .where('id', 'in', [...ids])
    .execute();
}

export function digestMerchant(db: Executor, id: number) {
  return db
    .selectFrom('merchants')
    .select(['id', 'email', 'locale', 'timeZone', 'status', 'digest'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function setDigest({ db }: Reads, id: number, on: boolean): Promise<void> {
  await db
    .updateTable('merchants')
    .set({ digest: on ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** Of an alert that was answered more than once the last answer counts. */
const latestNumber = sql<number>`(SELECT MAX(g.number) FROM alert_feedbacks AS g WHERE g.alert_ref = a.id)`;

/** The merchant's alerts of the week, by currency: what its list shows for the same days, so held ones don't count. */
export function weekRows(db: Executor, merchantId: number, { from, to }: Week, now: Date) {
  return db
    .selectFrom('chargebackAlerts as a')
    .leftJoin('alertFeedbacks as f', (join) => join.onRef('f.alertRef', '=', 'a.id').on('f.number', '=', latestNumber))
    .select('a.currency')
    .select([
      sql<number>`COUNT(*)`.as('received'),
      sql<number>`SUM(a.process_status <> 'PENDING')`.as('answered'),
      sql<number>`SUM(a.process_status = 'PENDING' AND a.deadline <= ${now} AND (a.needs_answer = 1 OR a.feedback_status = 'EXPIRED'))`.as(
        'expired',
      ),
      sql<
        string | null
      >`SUM(CASE WHEN a.process_action = 'REFUNDED_BY_NETWORK' THEN a.amount WHEN a.process_action = 'REFUND' THEN COALESCE(f.refund_amount, a.amount) END)`.as(
        'refunded',
      ),
    ])
    .where('a.merchantId', '=', merchantId)
    .where('a.holdReason', 'is', null)
    .where('a.alertTime', '>=', from)
    .where('a.alertTime', '<', to)
    .groupBy('a.currency')
    .orderBy('a.currency')
    .execute();
}

/** What waits for an answer now and can still be answered in time. */
export async function openAlerts(db: Executor, merchantId: number, now: Date) {
  const row = await db
    .selectFrom('chargebackAlerts')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('deadline').as('deadline')])
    .where('merchantId', '=', merchantId)
    .where('needsAnswer', '=', 1)
    .where('deadline', '>', now)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), deadline: row.deadline };
}

/** Enrolments that failed and wait for the merchant; `fresh`: those since then. */
export async function failedCards(db: Executor, merchantId: number, since: Date) {
  const row = await db
    .selectFrom('merchantCards')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number | null>`SUM(updated_time >= ${since})`.as('fresh'),
    ])
    .where('merchantId', '=', merchantId)
    .where('status', '=', 'FAILED')
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), fresh: Number(row.fresh ?? 0) };
}
