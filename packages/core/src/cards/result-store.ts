import type { Executor } from '../kernel/context.ts';

/** How many of a merchant's enrolments had their result since then; counts no further than `limit`. */
export async function resultsSince(db: Executor, merchantId: number, since: Date, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('merchantCards')
    .select('id')
    .where('merchantId', '=', merchantId)
    .where('resultTime', '>=', since)
    .limit(limit)
    .execute();
  return rows.length;
}

/** The results of a merchant's enrolments within a stretch of time, failures first. */
export function resultsWithin(db: Executor, merchantId: number, from: Date, to: Date) {
  return db
    .selectFrom('merchantCards')
    .select(['descriptor', 'state', 'failureReason'])
    .where('merchantId', '=', merchantId)
    .where('resultTime', '>=', from)
    .where('resultTime', '<', to)
    .where('state', 'in', ['ACTIVE', 'REJECTED'])
    .orderBy('failureReason', 'desc')
    .orderBy('descriptor')
    .execute();
}
