import { inTransaction, type Tx } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import { insertAudit } from '../kernel/store.ts';
import { judgeToken } from './session-rules.ts';
import { insertToken } from './store.ts';

type Reads = Pick<Context, 'db'>;

export function findSession({ db }: Reads, id: string) {
  return db
    .selectFrom('sessions')
    .select(['id', 'realm', 'subjectId', 'expiresTime', 'revokedTime'])
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
      session: { id: string; realm: 'merchant' | 'staff'; subjectId: number; remember: boolean; expires: Date };
    }
  | { kind: 'refused' }
  | { kind: 'reused'; sessionId: string };

/**
 * Spends a refresh token and issues its successor, the session's row locked first (every change of a session does so: no deadlocks).
 * Using up a token also uses up the successors nobody has presented, so that of two lines of tokens only one goes on.
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
        targetType: session.realm,
        targetId: String(session.subjectId),
        result: 'SESSION_ENDED',
        detail: { session: session.id },
        at: now,
      });
      return { kind: 'reused', sessionId: session.id };
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
    await tx.updateTable('sessions').set({ lastSeenTime: now }).where('id', '=', session.id).execute();
    const { id, realm, subjectId, expiresTime } = session;
    return {
      kind: 'rotated',
      session: { id, realm, subjectId, remember: session.remember === 1, expires: expiresTime },
    };
  });
}

/** Ends a session; ending it twice changes nothing. */
export async function revokeSession({ db }: Reads, id: string, reason: string, now: Date): Promise<void> {
  await revoke(db, id, reason, now);
}

async function revoke(db: Context['db'] | Tx, id: string, reason: string, now: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ revokedTime: now, revokedReason: reason })
    .where('id', '=', id)
    .where('revokedTime', 'is', null)
    .execute();
}
