import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpEnv } from '../http/doors.ts';
import { createRefreshCookie } from '../http/refresh-cookie.ts';
import { type Account, startTestSystem, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
let merchant: Account;
beforeAll(async () => {
  system = await startTestSystem();
  merchant = await system.merchant();
});
afterAll(() => system.stop());

const cookieOf = ({ headers }: { headers: Headers }) => /rt=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1];
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  system.client.call<{ accessToken: string; refreshToken?: string }>('POST', `/api/v1/auth/${path}`, { body, headers });
const signIn = (headers: Record<string, string> = {}, as: Account = merchant) =>
  post('login', { account: as.email, password: as.password, realm: as.realm }, headers);
const me = async (token: string) => (await system.client.call('GET', '/api/v1/auth/me', { token })).status;

describe('session fixation', () => {
  it('signing in takes no name of a session from outside and leaves none the caller knew before', async () => {
    const planted = 'a'.repeat(43);
    const answer = await signIn({ cookie: `rt=${planted}`, 'x-session-id': planted });
    const given = cookieOf(answer);
    expect(given).toMatch(/^[\w-]{43,}$/);
    expect(given).not.toBe(planted);
    expect((await post('refresh', {}, { cookie: `rt=${planted}` })).status).toBe(401);
  });

  it('each sign-in is another session; its tokens are new and unlike', async () => {
    const [one, two] = [await signIn(), await signIn()];
    expect(cookieOf(one)).not.toBe(cookieOf(two));
    const sid = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sid;
    expect(sid(one.body.data.accessToken)).not.toBe(sid(two.body.data.accessToken));
  });

  it('a session id or refresh token in the body of a sign-in is nothing', async () => {
    const answer = await post('login', {
      account: merchant.email,
      password: merchant.password,
      sessionId: 'x'.repeat(36),
      refreshToken: 'y'.repeat(43),
    });
    expect(answer.status).toBe(200);
    expect((await post('refresh', { refreshToken: 'y'.repeat(43) }, { 'x-client': 'api' })).status).toBe(401);
  });

  it('signing in over another’s session gives one’s own, and leaves theirs alone', async () => {
    const other = await system.merchant();
    const theirs = cookieOf(await signIn({}, other));
    const mine = await signIn({ cookie: `rt=${theirs}` });
    const { body } = await system.client.call<{ id: number }>('GET', '/api/v1/auth/me', {
      token: mine.body.data.accessToken,
    });
    expect(body.data.id).toBe(merchant.id);
    expect((await post('refresh', {}, { cookie: `rt=${theirs}` })).status).toBe(200);
  });
});

describe('C-154 the end of a session', () => {
  it('signing out ends both tokens at once', async () => {
    const answer = await signIn();
    const cookie = `rt=${cookieOf(answer)}`;
    const token = answer.body.data.accessToken;
    expect(await me(token)).toBe(200);
    const out = await system.client.call('POST', '/api/v1/auth/logout', { token, body: {}, headers: { cookie } });
    expect([out.status, cookieOf(out)]).toEqual([200, '']);
    expect(await me(token)).toBe(401);
    expect((await post('refresh', {}, { cookie })).status).toBe(401);
  });

  it('a refresh token is no access token, and the other way round', async () => {
    const { body } = await signIn({ 'x-client': 'api' });
    expect(await me(body.data.refreshToken ?? '')).toBe(401);
    expect((await post('refresh', { refreshToken: body.data.accessToken }, { 'x-client': 'api' })).status).toBe(400);
  });
});

describe('CSRF', () => {
  const FOREIGN: [string, Record<string, string>][] = [
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a sister host', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['an origin that begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
  ];
  it.each(FOREIGN)('refuses the calls that use the cookie from %s', async (_, headers) => {
    const cookie = `rt=${cookieOf(await signIn())}`;
    for (const [path, body] of [
      ['login', { account: merchant.email, password: merchant.password }],
      ['refresh', {}],
      ['logout', {}],
    ] as const) {
      const answer = await post(path, body, { cookie, ...headers });
      expect([path, answer.status, answer.body.error, answer.headers.get('set-cookie')]).toEqual([
        path,
        403,
        'ORIGIN_NOT_ALLOWED',
        null,
      ]);
    }
    expect((await post('refresh', {}, { cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('the cookie opens nothing but the renewal: every other call needs the header', async () => {
    const cookie = `rt=${cookieOf(await signIn())}`;
    for (const path of ['/api/v1/alerts', '/api/v1/auth/me', '/api/trpc/alerts.list'])
      expect((await system.client.call('GET', path, { headers: { cookie } })).status).toBe(401);
  });

  it('a form or plain text, which other sites may send unasked, is no body', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await post(
        'login',
        { account: merchant.email, password: merchant.password },
        { 'content-type': type },
      );
      expect([type, answer.status, answer.body.error]).toEqual([type, 400, 'UNSUPPORTED_BODY']);
    }
  });
});

describe('the cookie', () => {
  it('in production: __Host-, Secure, HttpOnly, SameSite=Strict, the whole path and no domain', async () => {
    const app = new Hono<HttpEnv>();
    app.get('/', (c) => {
      createRefreshCookie(true).write(c, 'value', 60);
      return c.text('');
    });
    const set = (await app.request('/')).headers.get('set-cookie') ?? '';
    expect(set.split('; ').sort()).toEqual(
      ['HttpOnly', 'Max-Age=60', 'Path=/', 'SameSite=Strict', 'Secure', '__Host-rt=value'].sort(),
    );
  });

  it('as the system sets it: out of reach of scripts and other sites', async () => {
    const set = (await signIn()).headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(set).toContain(part);
    expect(set).not.toMatch(/domain=/i);
  });
});
