import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';

type Reads = Pick<Context, 'db'>;

/** A new password; null: none counts until a link sets one. */
export async function setPasswordHash(
  { db }: Reads,
  { realm, id }: { realm: Realm; id: number },
  passwordHash: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable(realm === 'merchant' ? 'merchantUsers' : 'staffUsers')
    .set((eb) => ({ passwordHash, updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Takes an invitation up. */
export async function acceptAccount(
  { db }: Reads,
  { id }: { id: number },
  passwordHash: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('merchantUsers')
    .set((eb) => ({ passwordHash, status: 'ACTIVE', updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
