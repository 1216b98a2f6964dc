import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTokenIssuer } from './token-issuer.ts';

const NOW = new Date('2026-11-22T03:00:00Z');
const claims = { realm: 'merchant', subject: 7, sessionId: 'b0f7c7a8-0000-7000-8000-000000000001' } as const;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** A token put together by hand, as an attacker would. */
function forge(header: object, payload: object, key: Buffer | undefined): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${key ? createHmac('sha256', key).update(text).digest('base64url') : ''}`;
}

describe('A-268 access tokens', () => {
  const key = { id: 'k1', key: randomBytes(32) };
  const issuer = createTokenIssuer([key]);
  const seconds = NOW.getTime() / 1000;
  const good = { iss: 'forewarn', aud: 'forewarn-api', sub: 'merchant:7', sid: 's', iat: seconds, exp: seconds + 900 };
  const head = { alg: 'HS256', typ: 'at+jwt', kid: 'k1' };

  it('are read back for 15 minutes', async () => {
    const { token, expiresIn } = await issuer.issue(claims, NOW);
    expect(expiresIn).toBe(900);
    expect(await issuer.verify(token, later(14.9))).toEqual(claims);
    expect(await issuer.verify(token, later(15.1))).toBeUndefined();
  });

  it('accept the hand-made good token, so that the refusals below mean something', async () => {
    expect(await issuer.verify(forge(head, good, key.key), NOW)).toMatchObject({ subject: 7 });
  });

  it.each([
    ['no algorithm', { ...head, alg: 'none' }, good],
    ['another algorithm', { ...head, alg: 'HS512' }, good],
    ['another type', { ...head, typ: 'JWT' }, good],
    ['an unknown key id', { ...head, kid: 'k9' }, good],
    ['no key id', { alg: 'HS256', typ: 'at+jwt' }, good],
    ['another issuer', head, { ...good, iss: 'else' }],
    ['another audience', head, { ...good, aud: 'else' }],
    ['no end', head, { ...good, exp: undefined }],
    ['a subject that is not ours', head, { ...good, sub: 'root:1' }],
    ['no session', head, { ...good, sid: undefined }],
  ])('are refused with %s', async (_, header, payload) => {
    expect(await issuer.verify(forge(header, payload, key.key), NOW)).toBeUndefined();
  });

  it('are refused when signed by someone else, unsigned or not tokens at all', async () => {
    expect(await issuer.verify(forge(head, good, randomBytes(32)), NOW)).toBeUndefined();
    expect(await issuer.verify(forge(head, good, undefined), NOW)).toBeUndefined();
    for (const text of ['', 'x', 'a.b.c', '....', 'Bearer x']) expect(await issuer.verify(text, NOW)).toBeUndefined();
  });

  it('of a former key are accepted until the key is taken away', async () => {
    const { token } = await issuer.issue(claims, NOW);
    const next = { id: 'k2', key: randomBytes(32) };
    expect(await createTokenIssuer([next, key]).verify(token, NOW)).toEqual(claims);
    expect(await createTokenIssuer([next]).verify(token, NOW)).toBeUndefined();
  });
});
