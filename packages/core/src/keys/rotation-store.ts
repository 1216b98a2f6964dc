import type { DB, Db, Tx } from '@forewarn/db';
import { type Selectable, sql, type Updateable } from 'kysely';

type Executor = Db | Tx;
export type RotationRow = Selectable<DB['keyRotations']>;
export type PartRow = Selectable<DB['keyRotationParts']>;

export async function latestRotation(db: Executor): Promise<RotationRow | undefined> {
  return db.selectFrom('keyRotations').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
}

export async function partsOf(db: Executor, rotationId: number): Promise<PartRow[]> {
  return db.selectFrom('keyRotationParts').selectAll().where('rotationId', '=', rotationId).execute();
}

export interface NewRotation {
  targetKey: string;
  requestedBy: string;
  now: Date;
  parts: readonly string[];
}

/** A new run takes the place of any other that is still under way. */
export async function insertRotation(
  db: Executor,
  { targetKey, requestedBy, now, parts }: NewRotation,
): Promise<number> {
  await db
    .updateTable('keyRotations')
    .set({ status: 'SUPERSEDED', finishedTime: now })
    .where('status', '=', 'RUNNING')
    .execute();
  const { insertId } = await db
    .insertInto('keyRotations')
    .values({ targetKey, requestedBy, requestedTime: now, nextTime: now })
    .executeTakeFirstOrThrow();
  const rotationId = Number(insertId);
  await db
    .insertInto('keyRotationParts')
    .values(parts.map((sealed) => ({ rotationId, sealed })))
    .execute();
  return rotationId;
}

/** The run whose next batch is due, held until the transaction ends: one batch at a time, however many workers there are. */
export async function claimRotation(tx: Tx, now: Date): Promise<RotationRow | undefined> {
  return tx
    .selectFrom('keyRotations')
    .selectAll()
    .where('status', '=', 'RUNNING')
    .where('nextTime', '<=', now)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function updateRotation(tx: Tx, id: number, change: Updateable<DB['keyRotations']>): Promise<void> {
  await tx.updateTable('keyRotations').set(change).where('id', '=', id).execute();
}

export async function updatePart(
  tx: Tx,
  { rotationId, sealed }: Pick<PartRow, 'rotationId' | 'sealed'>,
  change: Updateable<DB['keyRotationParts']>,
): Promise<void> {
  await tx
    .updateTable('keyRotationParts')
    .set(change)
    .where('rotationId', '=', rotationId)
    .where('sealed', '=', sealed)
    .execute();
}

/** A new pass over everything; what was sealed anew stays counted. */
export async function restartParts(tx: Tx, rotationId: number): Promise<void> {
  await tx
    .updateTable('keyRotationParts')
    .set({ position: null, looked: 0, stale: 0, unreadable: 0, finishedTime: null })
    .where('rotationId', '=', rotationId)
    .execute();
}

/** The server's own estimate of a table's rows: costs nothing, and is good enough for a bar. `table` in snake case. */
export async function estimatedRows(db: Executor, table: string): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`
    SELECT table_rows AS n FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_name = ${table}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}
