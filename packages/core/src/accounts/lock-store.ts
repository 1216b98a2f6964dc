import { createHash } from 'node:crypto';
import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';

/** Opens the sign-in again that failures have closed; answers whether there was anything to lift. */
export async function liftLock({ db }: Pick<Context, 'db'>, realm: Realm, subjectId: number): Promise<boolean> {
  const accountKey = createHash('sha256').update(`${realm}#${subjectId}`).digest();
  const result = await db
    .deleteFrom('loginGuards')
    .where('realm', '=', realm)
    .where('accountKey', '=', accountKey)
    .where('failures', '>', 0)
    .executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
}

/** Which of these people can't sign in at present because of failures. */
export async function lockedPeople(
  { db }: Pick<Context, 'db'>,
  realm: Realm,
  subjectIds: readonly number[],
  now: Date,
): Promise<Set<number>> {
  if (subjectIds.length === 0) return new Set();
  const keys = new Map(
    subjectIds.map((id) => [createHash('sha256').update(`${realm}#${id}`).digest('hex'), id] as const),
  );
  const rows = await db
    .selectFrom('loginGuards')
    .select('accountKey')
    .where('realm', '=', realm)
    .where('lockedUntil', '>', now)
    .where(
      'accountKey',
      'in',
      [...keys.keys()].map((hex) => Buffer.from(hex, 'hex')),
    )
    .execute();
  return new Set(rows.flatMap(({ accountKey }) => keys.get(accountKey.toString('hex')) ?? []));
}
