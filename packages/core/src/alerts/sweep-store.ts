import type { Executor } from '../kernel/context.ts';

/** Files of no answer whose alert's deadline is before that, oldest first. */
export function unusedEvidence(db: Executor, deadlineBefore: Date, limit: number) {
  return unusedEvidenceQuery(db, deadlineBefore, limit).execute();
}

/** Exported for the EXPLAIN test: read along the key of `feedback_id`, in whose NULLs the ids stand in the order of time. */
export function unusedEvidenceQuery(db: Executor, deadlineBefore: Date, limit: number) {
  return db
    .selectFrom('alertEvidence as e')
    .innerJoin('chargebackAlerts as a', 'a.id', 'e.alertRef')
    .where('e.feedbackId', 'is', null)
    .where('a.deadline', '<', deadlineBefore)
    .where('e.createdTime', '<', deadlineBefore)
    .orderBy('e.id')
    .limit(limit)
    .select(['e.id', 'e.alertRef', 'e.storageKey']);
}

/** False when an answer has taken it along, or it is gone. */
export async function deleteUnused(db: Executor, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('alertEvidence')
    .where('id', '=', id)
    .where('feedbackId', 'is', null)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}

export async function knownStorageKeys(db: Executor, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('alertEvidence')
    .select('storageKey')
    .where('storageKey', 'in', [...keys])
    .execute();
  return new Set(rows.map(({ storageKey }) => storageKey));
}
