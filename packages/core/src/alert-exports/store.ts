import { type DB, isDuplicateKey } from '@forewarn/db';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Executor } from '../kernel/context.ts';
import { EXPORTS_AT_A_TIME } from './model.ts';
import { partsOf } from './parts.ts';

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

/** By a named index: for a few thousand rows MySQL 9 would rather read and sort them. */
function through(index: 'k_export_owner' | 'k_export_due' | 'k_export_created') {
  return sql<DB['exportJobs']>`export_jobs`.as<'exportJobs'>(sql.raw(`export_jobs FORCE INDEX (${index})`));
}

function jobs(db: Executor, { ownerRealm, ownerId }: Owner) {
  return db.selectFrom('exportJobs').where('ownerRealm', '=', ownerRealm).where('ownerId', '=', ownerId);
}

/** The newest first, at most fifty. Exported for the EXPLAIN test, as the others below. */
export function ownJobsQuery(db: Executor, { ownerRealm, ownerId }: Owner) {
  return db
    .selectFrom(through('k_export_owner'))
    .selectAll()
    .where('ownerRealm', '=', ownerRealm)
    .where('ownerId', '=', ownerId)
    .orderBy('createdTime', 'desc')
    .orderBy('id', 'desc')
    .limit(50);
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
export function dueQuery(tx: Executor, now: Date) {
  return tx
    .selectFrom(through('k_export_due'))
    .selectAll()
    .where('nextTime', '<=', now)
    .orderBy('nextTime')
    .limit(1)
    .forUpdate()
    .skipLocked();
}

/** Forgets jobs whose files are gone, the oldest first and some at a time; answers how many. */
export async function deleteJobs(db: Executor, before: Date): Promise<number> {
  // Looked up first: a DELETE takes no index by name, and MySQL would read every job that waits for nothing.
  const rows = await db
    .selectFrom(through('k_export_created'))
    .select('id')
    .where('createdTime', '<', before)
    .where('nextTime', 'is', null)
    .orderBy('createdTime')
    .limit(500)
    .execute();
  if (rows.length === 0) return 0;
  const result = await db
    .deleteFrom('exportJobs')
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('nextTime', 'is', null)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Jobs that have parts in the file store, by id from `from` on: what a change of keys walks. */
export function jobsWithParts(db: Executor, from: string, n: number) {
  return db
    .selectFrom('exportJobs')
    .select(['id', 'parts'])
    .where('id', '>=', from)
    .where('status', 'in', ['RUNNING', 'DONE'])
    .where('packedSize', '>', 0)
    .orderBy('id')
    .limit(n)
    .execute();
}

/** The try that wrote a job's part; undefined when the part is none of the job's, or its files go. */
export async function attemptOf(db: Executor, id: string, part: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('exportJobs')
    .select('parts')
    .where('id', '=', id)
    .where('status', 'in', ['RUNNING', 'DONE'])
    .executeTakeFirst();
  return row && partsOf(row)[part];
}

export async function merchantZone(db: Executor, merchantId: number): Promise<string> {
  const row = await db.selectFrom('merchants').select('timeZone').where('id', '=', merchantId).executeTakeFirst();
  return row?.timeZone ?? 'UTC';
}
