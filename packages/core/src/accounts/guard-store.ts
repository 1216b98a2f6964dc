import { type Db, inTransaction, isDuplicateKey, type Tx } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import { accountGuard, confirmGuard, deviceGuard, type GuardKey } from './guard-name.ts';
import { afterFailure, type GuardState, isLocked } from './lock-rules.ts';
import type { Realm } from './model.ts';

/** Guards commit on their own: what a failure counts must stay although the sign-in is refused. */
type Reads = Pick<Context, 'db'>;

const OPEN: GuardState = { failures: 0, lockedUntil: null };

export async function guardIsLocked({ db }: Reads, key: GuardKey, now: Date): Promise<boolean> {
  return isLocked(await readGuard(db, key), now);
}

/** Counts one failure in a transaction of its own; returns whether this one closed the lock. */
export function countFailure({ db }: Reads, key: GuardKey, now: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const before = await lockGuard(tx, key, now);
    const next = afterFailure(before, now);
    await writeGuard(tx, key, next, now);
    return !isLocked(before, now) && isLocked(next, now);
  });
}

/** In the caller's transaction: forgets the failures; false when the lock has closed meanwhile. */
export async function passGuard(tx: Tx, key: GuardKey, now: Date): Promise<boolean> {
  if (isLocked(await lockGuard(tx, key, now), now)) return false;
  await writeGuard(tx, key, OPEN, now);
  return true;
}

/** Forgets the failures of a guard that let somebody through. */
export function clearGuard({ db }: Reads, key: GuardKey, now: Date): Promise<boolean> {
  return inTransaction(db, (tx) => passGuard(tx, key, now));
}

/** Every guard of this person opens: by a reset of the password or by an admin. Answers whether one was closed. */
export async function liftLock(ctx: Pick<Context, 'db' | 'now'>, realm: Realm, subjectId: number): Promise<boolean> {
  const keys = await guardsOf(ctx, realm, subjectId);
  const result = await ctx.db
    .updateTable('loginGuards')
    .set({ ...OPEN, updatedTime: ctx.now() })
    .where('realm', '=', realm)
    .where('accountKey', 'in', keys)
    .where((eb) => eb.or([eb('failures', '>', 0), eb('lockedUntil', 'is not', null)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Until when sign-ins from unknown devices are locked out; null when they aren't. */
export async function lockedUntil(
  ctx: Pick<Context, 'db' | 'now'>,
  realm: Realm,
  subjectId: number,
): Promise<Date | null> {
  const state = await readGuard(ctx.db, accountGuard({ realm, id: subjectId }));
  return isLocked(state, ctx.now()) ? (state?.lockedUntil ?? null) : null;
}

/** Which of these people can't sign in at present because of failures. */
export async function lockedPeople(
  { db }: Pick<Context, 'db'>,
  realm: Realm,
  subjectIds: readonly number[],
  now: Date,
): Promise<Set<number>> {
  if (subjectIds.length === 0) return new Set();
  const keys = new Map(subjectIds.map((id) => [accountGuard({ realm, id }).accountKey.toString('hex'), id] as const));
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

async function guardsOf({ db }: Reads, realm: Realm, id: number): Promise<Buffer[]> {
  const devices = await db
    .selectFrom('knownDevices')
    .select('deviceHash')
    .where('realm', '=', realm)
    .where('subjectId', '=', id)
    .execute();
  const subject = { realm, id };
  const keys = [
    accountGuard(subject),
    confirmGuard(subject),
    ...devices.map((row) => deviceGuard(subject, row.deviceHash)),
  ];
  return keys.map((key) => key.accountKey);
}

async function readGuard(db: Db | Tx, { realm, accountKey }: GuardKey): Promise<GuardState | undefined> {
  return db
    .selectFrom('loginGuards')
    .select(['failures', 'lockedUntil'])
    .where('realm', '=', realm)
    .where('accountKey', '=', accountKey)
    .executeTakeFirst();
}

/** The account's row, locked; made first when there is none, so that two at once can't both start from nothing. */
async function lockGuard(tx: Tx, { realm, accountKey }: GuardKey, now: Date): Promise<GuardState> {
  const locked = () =>
    tx
      .selectFrom('loginGuards')
      .select(['failures', 'lockedUntil'])
      .where('realm', '=', realm)
      .where('accountKey', '=', accountKey)
      .forUpdate()
      .executeTakeFirst();
  const found = await locked();
  if (found) return found;
  try {
    await tx.insertInto('loginGuards').values({ realm, accountKey, updatedTime: now }).execute();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return (await locked()) ?? OPEN;
}

async function writeGuard(tx: Tx, { realm, accountKey }: GuardKey, state: GuardState, now: Date): Promise<void> {
  await tx
    .updateTable('loginGuards')
    .set({ ...state, updatedTime: now })
    .where('realm', '=', realm)
    .where('accountKey', '=', accountKey)
    .execute();
}
