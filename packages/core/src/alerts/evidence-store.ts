import type { DB } from '@forewarn/db';
import type { Insertable, Selectable } from 'kysely';
import type { Executor } from '../kernel/context.ts';

export type EvidenceRow = Selectable<DB['alertEvidence']>;

/** Whose files: the alert's, as long as it is this merchant's. */
export interface EvidenceOwner {
  alertRef: number;
  merchantId: number;
}

function evidence(db: Executor, { alertRef, merchantId }: EvidenceOwner) {
  return db.selectFrom('alertEvidence').where('alertRef', '=', alertRef).where('merchantId', '=', merchantId);
}

/** In the order of uploading. */
export async function evidenceRows(db: Executor, owner: EvidenceOwner): Promise<EvidenceRow[]> {
  return evidence(db, owner).selectAll().orderBy('createdTime').orderBy('id').execute();
}

export async function evidenceRow(db: Executor, owner: EvidenceOwner, id: string): Promise<EvidenceRow | undefined> {
  return evidence(db, owner).selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertEvidence(db: Executor, row: Insertable<DB['alertEvidence']>): Promise<void> {
  await db.insertInto('alertEvidence').values(row).execute();
}

export async function deleteEvidence(db: Executor, id: string): Promise<void> {
  await db.deleteFrom('alertEvidence').where('id', '=', id).execute();
}

/** From now on the files are part of that answer. */
export async function attachEvidence(db: Executor, ids: readonly string[], feedbackId: number): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('alertEvidence')
    .set({ feedbackId })
    .where('id', 'in', [...ids])
    .execute();
}
