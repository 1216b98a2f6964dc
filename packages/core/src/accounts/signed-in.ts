import type { Context } from '../kernel/context.ts';
import type { Realm, SessionUser, SignedIn } from './model.ts';

export interface OpenSession {
  id: string;
  realm: Realm;
  subjectId: number;
  remember: boolean;
  expires: Date;
}

export async function signedIn(
  ctx: Context,
  { id, realm, subjectId, remember, expires }: OpenSession,
  refreshToken: string,
  user: SessionUser,
): Promise<SignedIn> {
  const now = ctx.now();
  const { token, expiresIn } = await ctx.ports.tokens.issue({ realm, subject: subjectId, sessionId: id }, now);
  return {
    accessToken: token,
    tokenType: 'bearer',
    expiresIn,
    refreshToken,
    refreshExpiresIn: remember ? Math.ceil((expires.getTime() - now.getTime()) / 1000) : null,
    user,
  };
}
