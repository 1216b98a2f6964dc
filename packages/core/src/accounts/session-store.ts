import { inTransaction, type Tx } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import { insertAudit } from '../kernel/store.ts';
import { after } from '../kernel/time.ts';
import type { Realm } from './model.ts';
import { personTarget } from './person-target.ts';
import { readPermissions } from './remote-store.ts';
import { IDLE, judgeToken, TOUCH_EVERY } from './session-rules.ts';
import { insertToken } from './token-store.ts';

type Reads = Pick<Context, 'db'>;

export function findSession({ db }: Reads, id: string) {
  return db
    .selectFrom('sessions')
    .select([
      'id',
      'realm',
      'subjectId',
      'expiresTime',
      'lastSeenTime',
      'revokedTime',
      'remoteTokenEnc',
      'remotePermissions',
      'remoteAskedTime',
      'remoteConfirmedTime',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function sessionOfToken({ db }: Reads, tokenHash: Buffer): Promise<string | undefined> {
  const row = await db
    .selectFrom('refreshTokens')
    .select('sessionId')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
  return row?.sessionId;
}

export type Rotation =
  | {
      kind: 'rotated';
      session: { id: string; realm: Realm; subjectId: number; remember: boolean; expires: Date };
      /** What the operator's own sign-in service limits the roles to, where it opened the session. */
      permissions: string[] | null;
    }
  | { kind: 'refused' }
  | { kind: 'reused'; sessionId: string; realm: Realm; subjectId: number };

/**
 * Spends a refresh token and issues its successor, the session's row locked first (every change of a session does so: no deadlocks).
 * Renewing is no use of the session: pages do it by themselves (C-264). Using up a token also uses up the successors nobody has presented, so that of two lines of tokens only one goes on.
 */
export function rotateToken(ctx: Context, tokenHash: Buffer, successorHash: Buffer): Promise<Rotation> {
  return inTransaction(ctx.db, async (tx) => {
    const sessionId = await sessionOfToken({ db: tx }, tokenHash);
    const session =
      sessionId === undefined
        ? undefined
        : await tx.selectFrom('sessions').selectAll().where('id', '=', sessionId).forUpdate().executeTakeFirst();
    const token = await tx
      .selectFrom('refreshTokens')
      .select(['usedTime', 'expiresTime'])
      .where('tokenHash', '=', tokenHash)
      .executeTakeFirst();
    const now = ctx.now();
    if (!session || !token) return { kind: 'refused' };
    const verdict = judgeToken(session, token, now);
    if (verdict === 'refuse') return { kind: 'refused' };
    if (verdict === 'reused') {
      await revoke(tx, session.id, 'REUSE', now);
      await insertAudit(tx, ctx, {
        action: 'auth.reuse',
        ...personTarget(session.realm, session.subjectId),
        result: 'SESSION_ENDED',
        detail: { session: session.id },
        at: now,
      });
      return { kind: 'reused', sessionId: session.id, realm: session.realm, subjectId: session.subjectId };
    }
    if (verdict === 'spend') {
      await tx
        .updateTable('refreshTokens')
        .set({ usedTime: now, successorHash })
        .where('sessionId', '=', session.id)
        .where('usedTime', 'is', null)
        .execute();
    }
    await insertToken(tx, session.id, successorHash, now, session.expiresTime);
    const { id, realm, subjectId, expiresTime } = session;
    return {
      kind: 'rotated',
      session: { id, realm, subjectId, remember: session.remember === 1, expires: expiresTime },
      permissions: readPermissions(session.remotePermissions),
    };
  });
}

/** Ends a session; ending it twice changes nothing. */
export async function revokeSession({ db }: Reads, id: string, reason: string, now: Date): Promise<void> {
  await revoke(db, id, reason, now);
}

export async function revokeSessions(
  db: Context['db'] | Tx,
  ids: readonly string[],
  reason: string,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('sessions')
    .set({ revokedTime: now, revokedReason: reason, remoteTokenEnc: null })
    .where('id', 'in', ids)
    .where('revokedTime', 'is', null)
    .execute();
}

function revoke(db: Context['db'] | Tx, id: string, reason: string, now: Date): Promise<void> {
  return revokeSessions(db, [id], reason, now);
}

/** A person's sessions that still work, the latest used first. */
export function liveSessions({ db }: Reads, realm: Realm, subjectId: number, now: Date) {
  return db
    .selectFrom('sessions')
    .select(['id', 'remember', 'userAgent', 'ip', 'lastIp', 'createdTime', 'lastSeenTime', 'expiresTime'])
    .where('realm', '=', realm)
    .where('subjectId', '=', subjectId)
    .where('revokedTime', 'is', null)
    .where('expiresTime', '>', now)
    .where('lastSeenTime', '>', after(now, -IDLE[realm]))
    .orderBy('lastSeenTime', 'desc')
    .orderBy('id')
    .execute();
}

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

/** Notes that a session was used, and from where; at most once a minute. */
export async function noteUse({ db }: Reads, id: string, ip: string, now: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ lastSeenTime: now, lastIp: ip })
    .where('id', '=', id)
    .where('lastSeenTime', '<=', after(now, -TOUCH_EVERY))
    .execute();
}
