import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';
import { forgetSession } from './resolve-actor.ts';
import { openSessionsOf, revokeSessions } from './session-store.ts';

type Ends = Pick<Context, 'db' | 'now' | 'ports' | 'afterCommit'>;

/**
 * Ends every session of these people (but `except`), in the caller's transaction: in this process at once, in others within seconds
 * (C-154). Idle ones, too. Answers how many there were.
 */
export async function endSessions(
  ctx: Ends,
  realm: Realm,
  subjectIds: readonly number[],
  reason: string,
  except?: string,
): Promise<number> {
  const open = await openSessionsOf(ctx, realm, subjectIds, ctx.now());
  const ids = open.filter((id) => id !== except);
  await revokeAtOnce(ctx, ids, reason);
  return ids.length;
}

export async function revokeAtOnce(ctx: Ends, ids: readonly string[], reason: string): Promise<void> {
  await revokeSessions(ctx.db, ids, reason, ctx.now());
  ctx.afterCommit(() => {
    for (const id of ids) forgetSession(ctx, id);
  });
}
