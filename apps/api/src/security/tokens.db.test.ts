import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../testing/index.ts';
import { startTestSystem, type TestSystem } from '../testing/index.ts';
import { everyEntry, sampleInput } from './attack-surface.ts';

let system: TestSystem;
let merchant: Account;
let staff: Account;
let token: string;
beforeAll(async () => {
  system = await startTestSystem();
  [merchant, staff] = await Promise.all([system.merchant(), system.staff({ roles: ['SYSTEM_ADMIN'] })]);
  token = await merchant.token();
});
afterAll(() => system.stop());

interface Parts {
  header: { alg: string; typ: string; kid: string };
  claims: { sid: string; sub: string; iss: string; aud: string; iat: number; exp: number };
}
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString());
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function parts(): Parts {
  const [header, claims] = token.split('.');
  return { header: decode(header), claims: decode(claims) };
}
const ownKey = () => system.config.tokenKeys[0]?.key ?? Buffer.alloc(32);
const sign = (change: { header?: object; claims?: object; key?: Uint8Array }) => {
  const { header, claims } = parts();
  return new SignJWT({ ...claims, ...change.claims })
    .setProtectedHeader({ ...header, ...change.header })
    .sign(change.key ?? ownKey());
};
const ask = (bearer: string, path = '/api/v1/auth/me') => system.client.call('GET', path, { token: bearer });
const statusOf = async (bearer: string) => (await ask(bearer)).status;

describe('C-152 C-154 access tokens', () => {
  it('signed as we sign them pass, or the rest would prove nothing', async () => {
    expect(await statusOf(token)).toBe(200);
    expect(await statusOf(await sign({}))).toBe(200);
  });

  const secret = randomBytes(32);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const now = Math.floor(Date.now() / 1000);
  const FORGED: [string, () => string | Promise<string>][] = [
    ['no algorithm', () => new UnsecuredJWT({ ...parts().claims }).encode()],
    ['no algorithm, our header', () => `${encode({ ...parts().header, alg: 'none' })}.${token.split('.')[1]}.`],
    ['“None” in other letters', () => `${encode({ ...parts().header, alg: 'NoNe' })}.${token.split('.')[1]}.`],
    ['no signature', () => token.split('.').slice(0, 2).join('.')],
    ['an empty signature', () => `${token.split('.').slice(0, 2).join('.')}.`],
    ['somebody’s own key', () => sign({ key: secret })],
    ['an empty key', () => sign({ key: new Uint8Array(32) })],
    [
      'another algorithm of the same family',
      () => sign({ header: { alg: 'HS512' }, key: Buffer.concat([ownKey(), ownKey()]) }),
    ],
    [
      'RSA, with a key of the caller',
      () =>
        new SignJWT({ ...parts().claims })
          .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: parts().header.kid })
          .sign(rsa.privateKey),
    ],
    [
      'HMAC keyed with a public key',
      () => sign({ key: Buffer.from(rsa.publicKey.export({ type: 'spki', format: 'pem' })) }),
    ],
    [
      'a key in the header',
      () => sign({ header: { jwk: { kty: 'oct', k: secret.toString('base64url') } }, key: secret }),
    ],
    ['a key to be fetched', () => sign({ header: { jku: 'http://127.0.0.1:1/keys.json' }, key: secret })],
    ['a key id that is a path', () => sign({ header: { kid: '../../../../dev/null' }, key: new Uint8Array(32) })],
    ['a key id that is SQL', () => sign({ header: { kid: "x' UNION SELECT 'k" }, key: secret })],
    ['a key id of nobody', () => sign({ header: { kid: 'other' } })],
    ['a key id from the prototype', () => sign({ header: { kid: '__proto__' } })],
    ['no key id', () => sign({ header: { kid: undefined } })],
    ['expired', () => sign({ claims: { iat: now - 3600, exp: now - 1 } })],
    ['without an end', () => sign({ claims: { exp: undefined } })],
    ['not valid yet', () => sign({ claims: { nbf: now + 3600 } })],
    ['another issuer', () => sign({ claims: { iss: 'somebody' } })],
    ['another audience', () => sign({ claims: { aud: 'other-api' } })],
    ['another type', () => sign({ header: { typ: 'JWT' } })],
    ['another merchant in this session', () => sign({ claims: { sub: `merchant:${merchant.id + 1}` } })],
    ['staff in a merchant’s session', () => sign({ claims: { sub: `staff:${staff.id}` } })],
    ['the product itself', () => sign({ claims: { sub: 'system:worker' } })],
    ['a session there is not', () => sign({ claims: { sid: crypto.randomUUID() } })],
    ['no session', () => sign({ claims: { sid: undefined } })],
    ['a session that is SQL', () => sign({ claims: { sid: "' OR 1=1 -- " } })],
    [
      'a changed claim',
      () => [encode(parts().header), encode({ ...parts().claims, sub: 'merchant:999' }), token.split('.')[2]].join('.'),
    ],
    ['nonsense', () => 'a.b.c'],
    ['much nonsense', () => 'x'.repeat(8000)],
  ];
  it.each(FORGED)('refused: %s', async (_, forge) => {
    const forged = await forge();
    const { status, body } = await ask(forged);
    expect([status, ['UNAUTHENTICATED', 'SESSION_ENDED'].includes(body.error ?? '')]).toEqual([401, true]);
    expect((await ask(forged, '/api/trpc/auth.me')).status).toBe(401);
  });

  it('one of staff opens no merchant’s door, nor the other way round', async () => {
    const staffs = await staff.token();
    expect((await ask(staffs, '/api/v1/merchant/profile')).status).toBe(403);
    expect((await ask(token, '/api/v1/admin/audit')).status).toBe(403);
  });

  it('is only taken from the header: not from the query, a cookie or the body', async () => {
    expect((await system.client.call('GET', `/api/v1/alerts?access_token=${token}&token=${token}`)).status).toBe(401);
    const headers = { cookie: `token=${token}; access_token=${token}; rt=${token}` };
    expect((await system.client.call('GET', '/api/v1/alerts', { headers })).status).toBe(401);
    const basic = {
      authorization: `Basic ${Buffer.from(`${merchant.email}:${merchant.password}`).toString('base64')}`,
    };
    expect((await system.client.call('GET', '/api/v1/alerts', { headers: basic })).status).toBe(401);
  });
});

/** Who may call without being anybody; everything else is 401. A new public operation has to be written down here. */
const PUBLIC = [
  'alerts.quickAnswer',
  'alerts.quickView',
  'auth.acceptInvitation',
  'auth.activate',
  'auth.confirmEmail',
  'auth.link',
  'auth.login',
  'auth.logout',
  'auth.refresh',
  'auth.register',
  'auth.resendActivation',
  'auth.resetPassword',
  'auth.signInSettings',
  'staff.acceptInvitation',
  'staff.readInvitation',
];

describe('C-152 without a token', () => {
  it('the public operations are these', () => {
    const found = everyEntry().filter(({ by }) => by === 'nobody');
    expect([...new Set(found.map(({ operation }) => operation.name))].sort()).toEqual(PUBLIC);
  });

  const closed = everyEntry().filter(({ by }) => by !== 'nobody');
  it.each(closed.map((entry) => [entry.title, entry] as const))('401: %s', async (_, entry) => {
    const { method, path, body } = entry.request(sampleInput(entry.operation, { id: 1 }));
    const { status, text } = await system.client.call(method, path, { body });
    expect([status, text.includes('"UNAUTHENTICATED"')]).toEqual([401, true]);
  });
});
