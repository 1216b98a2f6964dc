import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { mailQueue } from '../notifications/index.ts';
import { raiseEvent } from '../security-events/index.ts';
import { type Realm, RefreshInput, SignedIn } from './model.ts';
import { queueNotice } from './notices.ts';
import { maySignIn, toSessionUser } from './person.ts';
import { findPerson } from './person-store.ts';
import { hashRefreshToken, newRefreshToken } from './refresh-token.ts';
import { forgetSession } from './resolve-actor.ts';
import { revokeSession, rotateToken } from './session-store.ts';
import { signedIn } from './signed-in.ts';

/**
 * Exchanges a refresh token for an access token and the next refresh token. A token presented again more than ten seconds
 * after it was spent ends the session and is told to the owner: one of the two who had it isn't them. An `effect`, because that end must be committed
 * although the call is refused. Errors: `SESSION_ENDED`.
 */
export const refresh = effect('auth.refresh', {
  permission: 'public',
  summary: 'Exchanges a refresh token for a new access token and the next refresh token; each works once.',
  input: RefreshInput,
  output: SignedIn,
  secret: ['refreshToken'],
}).run(async (ctx, { refreshToken }) => {
  const successor = newRefreshToken();
  const rotation = await rotateToken(ctx, hashRefreshToken(refreshToken), successor.hash);
  if (rotation.kind === 'reused') {
    forgetSession(ctx, rotation.sessionId);
    await tellOwner(ctx, rotation);
    throw appError('SESSION_ENDED');
  }
  if (rotation.kind === 'refused') throw appError('SESSION_ENDED');
  const { session, permissions } = rotation;
  const person = await findPerson(ctx, session.realm, session.subjectId);
  if (!person || !maySignIn(person)) {
    await revokeSession(ctx, session.id, 'NOT_ALLOWED', ctx.now());
    forgetSession(ctx, session.id);
    throw appError('SESSION_ENDED');
  }
  return signedIn(ctx, session, successor.token, toSessionUser(person, permissions));
});

async function tellOwner(
  ctx: Context,
  { realm, subjectId, sessionId }: { realm: Realm; subjectId: number; sessionId: string },
) {
  const person = await findPerson(ctx, realm, subjectId);
  if (!person) return;
  const { ip, userAgent, country = '' } = ctx;
  const where = { at: ctx.now(), ip, userAgent, country };
  await commit(ctx, (tx, emit) => queueNotice(mailQueue(ctx, tx, emit), ctx.ports, person, 'reuse', where));
  const merchantId = person.realm === 'merchant' ? person.merchantId : null;
  const suspect = { realm, subjectId, subjectName: person.name, merchantId, ip, userAgent };
  await raiseEvent(ctx, 'TOKEN_REUSE', suspect, `session:${sessionId}`, { session: sessionId });
}
