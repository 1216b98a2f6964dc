import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';

type Reads = Pick<Context, 'db'>;

/** The sessions of these people that are still open. */
export async function openSessionsOf(
  { db }: Reads,
  realm: Realm,
  subjectIds: readonly number[],
  now: Date,
): Promise<string[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db
    .selectFrom('sessions')
    .select('id')
    .where('realm', '=', realm)
    .where('subjectId', 'in', [...subjectIds])
    .where('revokedTime', 'is', null)
    .where('expiresTime', '>', now)
    .execute();
  return rows.map(({ id }) => id);
}

export async function revokeAll({ db }: Reads, ids: readonly string[], reason: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('sessions')
    .set({ revokedTime: now, revokedReason: reason })
    .where('id', 'in', [...ids])
    .where('revokedTime', 'is', null)
    .execute();
}
