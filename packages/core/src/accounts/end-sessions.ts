import type { Context } from '../kernel/context.ts';
import { endSessionsOf } from './end-sessions-store.ts';
import type { Realm } from './model.ts';
import { forgetSession } from './resolve-actor.ts';

/** Ends a person's sessions, all or all but one; in this process at once, in others within seconds. Answers how many ended. */
export async function endSessions(
  ctx: Pick<Context, 'db' | 'now' | 'ports' | 'afterCommit'>,
  whose: { realm: Realm; id: number },
  reason: string,
  keep?: string,
): Promise<number> {
  const ended = await endSessionsOf(ctx, whose, reason, ctx.now(), keep);
  ctx.afterCommit(() => {
    for (const id of ended) forgetSession(ctx, id);
  });
  return ended.length;
}
