import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';

/** Revokes what is open and answers the sessions' ids. */
export async function endSessionsOf(
  { db }: Pick<Context, 'db'>,
  { realm, id }: { realm: Realm; id: number },
  reason: string,
  now: Date,
  keep = '',
): Promise<string[]> {
  const open = await db
    .selectFrom('sessions')
    .select('id')
    .where('realm', '=', realm)
    .where('subjectId', '=', id)
    .where('revokedTime', 'is', null)
    .where('id', '<>', keep)
    .execute();
  const ids = open.map((row) => row.id);
  if (ids.length > 0)
    await db
      .updateTable('sessions')
      .set({ revokedTime: now, revokedReason: reason })
      .where('id', 'in', ids)
      .where('revokedTime', 'is', null)
      .execute();
  return ids;
}
