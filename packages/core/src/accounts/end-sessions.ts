import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';
import { forgetSession } from './resolve-actor.ts';
import { revokeSessionsOf } from './session-store.ts';

/** Ends every session of these people at once, in the caller's transaction; answers how many there were. */
export async function endSessions(
  ctx: Context,
  realm: Realm,
  subjectIds: readonly number[],
  reason: string,
): Promise<number> {
  const ended = await revokeSessionsOf(ctx, realm, subjectIds, reason, ctx.now());
  for (const id of ended) ctx.afterCommit(() => forgetSession(ctx, id));
  return ended.length;
}
