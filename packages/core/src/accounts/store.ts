import { type Db, inTransaction, isDuplicateKey, type Tx } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import { afterFailure, type GuardState, isLocked } from './lock-rules.ts';
import type { Realm } from './model.ts';

/** Sign-in commits on its own: what a failure counts must stay although the sign-in is refused. */
type Reads = Pick<Context, 'db'>;

export interface GuardKey {
  realm: Realm;
  accountKey: Buffer;
}

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

/** Lifts the lock: who has proven to hold the mailbox may try again at once. */
export async function clearGuard({ db }: Reads, { realm, accountKey }: GuardKey): Promise<void> {
  await db.deleteFrom('loginGuards').where('realm', '=', realm).where('accountKey', '=', accountKey).execute();
}

export interface NewSession {
  id: string;
  realm: Realm;
  subjectId: number;
  remember: boolean;
  userAgent: string;
  ip: string;
  now: Date;
  expires: Date;
  tokenHash: Buffer;
}

/** Opens the session and clears the failures; false when the lock closed while the password was being checked. */
export function openSession({ db }: Reads, key: GuardKey, session: NewSession): Promise<boolean> {
  const { id, realm, subjectId, remember, userAgent, ip, now, expires, tokenHash } = session;
  return inTransaction(db, async (tx) => {
    if (isLocked(await lockGuard(tx, key, now), now)) return false;
    await writeGuard(tx, key, { failures: 0, lockedUntil: null }, now);
    const times = { createdTime: now, lastSeenTime: now, expiresTime: expires };
    await tx
      .insertInto('sessions')
      .values({ id, realm, subjectId, remember: remember ? 1 : 0, userAgent: userAgent.slice(0, 300), ip, ...times })
      .execute();
    await insertToken(tx, id, tokenHash, now, expires);
    await noteLogin(tx, realm, subjectId, now);
    return true;
  });
}

/** The merchant's last sign-in is that of any of its people. */
async function noteLogin(tx: Tx, realm: Realm, subjectId: number, now: Date): Promise<void> {
  if (realm === 'staff') {
    await tx.updateTable('staffUsers').set({ lastLoginTime: now }).where('id', '=', subjectId).execute();
    return;
  }
  await tx.updateTable('merchantUsers').set({ lastLoginTime: now }).where('id', '=', subjectId).execute();
  await tx
    .updateTable('merchants')
    .set({ lastLoginTime: now })
    .where('id', '=', (eb) => eb.selectFrom('merchantUsers').select('merchantId').where('id', '=', subjectId))
    .execute();
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
  return (await locked()) ?? { failures: 0, lockedUntil: null };
}

async function writeGuard(tx: Tx, { realm, accountKey }: GuardKey, state: GuardState, now: Date): Promise<void> {
  await tx
    .updateTable('loginGuards')
    .set({ ...state, updatedTime: now })
    .where('realm', '=', realm)
    .where('accountKey', '=', accountKey)
    .execute();
}

export async function insertToken(
  tx: Tx,
  sessionId: string,
  tokenHash: Buffer,
  now: Date,
  expires: Date,
): Promise<void> {
  await tx
    .insertInto('refreshTokens')
    .values({ tokenHash, sessionId, issuedTime: now, expiresTime: expires })
    .execute();
}
