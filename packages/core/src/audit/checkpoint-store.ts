import type { Executor } from '../kernel/context.ts';
import type { Checkpoint } from './checkpoint.ts';

export async function insertCheckpoint(db: Executor, checkpoint: Checkpoint): Promise<void> {
  await db.insertInto('auditCheckpoints').values(checkpoint).execute();
}

/** How far the newest one reaches; 0 without any. */
export async function newestCheckpoint(db: Executor): Promise<number> {
  const { seq } = await db
    .selectFrom('auditCheckpoints')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  return Number(seq ?? 0);
}

export function allCheckpoints(db: Executor): Promise<Checkpoint[]> {
  return db.selectFrom('auditCheckpoints').selectAll().orderBy('seq').execute();
}
