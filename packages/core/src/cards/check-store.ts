import type { Executor } from '../kernel/context.ts';

/** Cards about which the provider is to be asked now; other workers pass those that are taken. */
export async function takeDueChecks(db: Executor, now: Date, limit: number) {
  return db
    .selectFrom('merchantCards')
    .where('nextCheckTime', '<=', now)
    .select(['id', 'cardRef'])
    .orderBy('nextCheckTime')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function postponeChecks(db: Executor, ids: readonly number[], until: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('merchantCards')
    .set({ nextCheckTime: until })
    .where('id', 'in', [...ids])
    .execute();
}

/** The first alert that came for each of these cards is noted; those that have had one stay as they are. */
export async function noteFirstAlerts(db: Executor, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('merchantCards')
    .set({ firstAlertTime: at })
    .where('id', 'in', [...ids])
    .where('firstAlertTime', 'is', null)
    .execute();
}
