import { type DB, type Db, isDuplicateKey } from '@forewarn/db';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Executor } from '../kernel/context.ts';
import { EXPORTS_AT_A_TIME } from './model.ts';

export type ExportRecord = Selectable<DB['exportJobs']>;
export interface Owner {
  ownerRealm: 'merchant' | 'staff';
  ownerId: number;
}

/** Jobs are their owner's own affair; undefined for whoever is nobody's account. */
export function ownerOf(actor: Actor): Owner | undefined {
  return actor.kind === 'merchant' || actor.kind === 'staff'
    ? { ownerRealm: actor.kind, ownerId: actor.id }
    : undefined;
}

function jobs(db: Executor, { ownerRealm, ownerId }: Owner) {
  return db.selectFrom('exportJobs').where('ownerRealm', '=', ownerRealm).where('ownerId', '=', ownerId);
}

/** The newest first, at most fifty. */
export async function ownJobs(db: Executor, owner: Owner): Promise<ExportRecord[]> {
  return jobs(db, owner).selectAll().orderBy('createdTime', 'desc').orderBy('id', 'desc').limit(50).execute();
}

export async function ownJob(db: Executor, owner: Owner, id: string): Promise<ExportRecord | undefined> {
  return jobs(db, owner).where('id', '=', id).selectAll().executeTakeFirst();
}

/** With its row locked, against the worker and a second click. */
export async function lockJob(db: Executor, owner: Owner, id: string): Promise<ExportRecord | undefined> {
  return jobs(db, owner).where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
}

/** Takes one of its owner's places; false when none is free. */
export async function insertJob(db: Executor, row: Omit<Insertable<DB['exportJobs']>, 'slot'>): Promise<boolean> {
  for (let slot = 1; slot <= EXPORTS_AT_A_TIME; slot++) {
    try {
      await db
        .insertInto('exportJobs')
        .values({ ...row, slot })
        .execute();
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  return false;
}

export async function updateJob(db: Executor, id: string, change: Updateable<DB['exportJobs']>): Promise<void> {
  await db.updateTable('exportJobs').set(change).where('id', '=', id).execute();
}

/** Only while the lease is still held; answers whether it was. */
export async function updateLeased(
  db: Executor,
  { id, leaseToken }: Pick<ExportRecord, 'id' | 'leaseToken'>,
  change: Updateable<DB['exportJobs']>,
): Promise<boolean> {
  const result = await db
    .updateTable('exportJobs')
    .set(change)
    .where('id', '=', id)
    .where('leaseToken', '=', leaseToken)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The job that has waited longest for the worker; locked. */
export async function dueJob(tx: Executor, now: Date): Promise<ExportRecord | undefined> {
  return tx
    .selectFrom('exportJobs')
    .selectAll()
    .where('nextTime', '<=', now)
    .orderBy('nextTime')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** Forgets jobs whose files are gone, some at a time; answers how many. */
export async function deleteJobs(db: Db, before: Date): Promise<number> {
  const result = await db
    .deleteFrom('exportJobs')
    .where('createdTime', '<', before)
    .where('nextTime', 'is', null)
    .limit(500)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function merchantZone(db: Executor, merchantId: number): Promise<string> {
  const row = await db.selectFrom('merchants').select('timeZone').where('id', '=', merchantId).executeTakeFirst();
  return row?.timeZone ?? 'UTC';
}
