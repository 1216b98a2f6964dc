import type { AccessClaims, TokenIssuer } from '@forewarn/core/ports/token-issuer';
import { errors, jwtVerify, SignJWT } from 'jose';

/** A named 256-bit signing key. */
export interface TokenKey {
  id: string;
  key: Buffer;
}

const ISSUER = 'forewarn';
const AUDIENCE = 'forewarn-api';
const TYPE = 'at+jwt';
const LIFETIME_SECONDS = 15 * 60;
const SUBJECT = /^(merchant|staff):(\d{1,15})$/;

/** HS256 alone, whatever a token's header asks for; the first key signs, all verify (rotation). */
export function createTokenIssuer(keys: readonly TokenKey[]): TokenIssuer {
  const [current] = keys;
  if (!current) throw new Error('createTokenIssuer needs at least one key');
  const byId = new Map(keys.map(({ id, key }) => [id, key]));

  return {
    async issue({ realm, subject, sessionId }, now) {
      const seconds = Math.floor(now.getTime() / 1000);
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'HS256', typ: TYPE, kid: current.id })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(`${realm}:${subject}`)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + LIFETIME_SECONDS)
        .sign(current.key);
      return { token, expiresIn: LIFETIME_SECONDS };
    },

    async verify(token, now) {
      try {
        const { payload } = await jwtVerify(
          token,
          ({ kid }) => {
            const key = byId.get(kid ?? '');
            if (!key) throw new errors.JWKSNoMatchingKey();
            return key;
          },
          {
            algorithms: ['HS256'],
            issuer: ISSUER,
            audience: AUDIENCE,
            typ: TYPE,
            currentDate: now,
            requiredClaims: ['exp'],
          },
        );
        return readClaims(payload.sub, payload.sid);
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
        throw error;
      }
    },
  };
}

function readClaims(sub: string | undefined, sid: unknown): AccessClaims | undefined {
  const [, realm, id] = SUBJECT.exec(sub ?? '') ?? [];
  if (!realm || !id || typeof sid !== 'string') return undefined;
  return { realm: realm === 'staff' ? 'staff' : 'merchant', subject: Number(id), sessionId: sid };
}
