import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';
import { openSessionsOf, revokeAll } from './people-sessions-store.ts';
import { forgetSession } from './resolve-actor.ts';

/** Ends every session of these people at once, in the caller's transaction; answers how many there were. */
export async function endAllSessions(
  ctx: Context,
  realm: Realm,
  subjectIds: readonly number[],
  reason: string,
): Promise<number> {
  const open = await openSessionsOf(ctx, realm, subjectIds, ctx.now());
  await revokeAll(ctx, open, reason, ctx.now());
  for (const id of open) ctx.afterCommit(() => forgetSession(ctx, id));
  return open.length;
}
