import type { DB } from '@forewarn/db';
import { sql } from 'kysely';
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

/** Files of answers given before that, whose bytes are still there, oldest first. */
export function evidenceAtItsEnd(db: Executor, answeredBefore: Date, limit: number) {
  return evidenceAtItsEndQuery(db, answeredBefore, limit).execute();
}

/** Exported for the test of what it reads: a file is never younger than the answer it is part of. */
export function evidenceAtItsEndQuery(db: Executor, answeredBefore: Date, limit: number) {
  return db
    .selectFrom(sql<DB['alertEvidence']>`alert_evidence`.as<'e'>(sql`e FORCE INDEX (k_evidence_kept)`))
    .innerJoin('alertFeedbacks as f', 'f.id', 'e.feedbackId')
    .where('e.removedTime', 'is', null)
    .where('e.createdTime', '<', answeredBefore)
    .where('f.submittedTime', '<', answeredBefore)
    .orderBy('e.createdTime')
    .limit(limit)
    .select(['e.id', 'e.alertRef', 'e.feedbackId', 'e.storageKey']);
}

/** False when a correction has taken it along meanwhile, or it is gone already. */
export async function markRemoved(
  db: Executor,
  { id, feedbackId }: { id: string; feedbackId: number },
  now: Date,
  months: number,
): Promise<boolean> {
  const result = await db
    .updateTable('alertEvidence')
    .set({ removedTime: now, removedMonths: months })
    .where('id', '=', id)
    .where('feedbackId', '=', feedbackId)
    .where('removedTime', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

export async function knownStorageKeys(db: Executor, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('alertEvidence')
    .select('storageKey')
    .where('storageKey', 'in', [...keys])
    .where('removedTime', 'is', null)
    .execute();
  return new Set(rows.map(({ storageKey }) => storageKey));
}
