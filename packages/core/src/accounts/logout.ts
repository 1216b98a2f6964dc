import { command } from '../kernel/operation.ts';
import { Done, LogoutInput } from './model.ts';
import { hashRefreshToken } from './refresh-token.ts';
import { forgetSession } from './resolve-actor.ts';
import { revokeSession, sessionOfToken } from './session-store.ts';

/** Ends the session of the access token, of the refresh token, or of both, at once; repeating it is no error. */
export const logout = command('auth.logout', {
  permission: 'public',
  whileSuspended: true,
  summary: 'Ends the session at once: its access and refresh tokens stop working.',
  input: LogoutInput,
  output: Done,
  secret: ['refreshToken'],
}).run(async (ctx, { refreshToken }) => {
  const { actor } = ctx;
  const mine = actor.kind === 'merchant' || actor.kind === 'staff' ? actor.sessionId : undefined;
  const named = refreshToken ? await sessionOfToken(ctx, hashRefreshToken(refreshToken)) : undefined;
  const ended = [...new Set([mine, named])].filter((id) => id !== undefined);
  for (const id of ended) {
    await revokeSession(ctx, id, 'LOGOUT', ctx.now());
    ctx.afterCommit(() => forgetSession(ctx, id));
  }
  ctx.audit({ targetType: 'session', ...(ended[0] && { targetId: ended[0] }) });
  return { done: true };
});
