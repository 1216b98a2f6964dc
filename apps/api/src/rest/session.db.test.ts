import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, TEST_PASSWORD, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ env: { CORS_ORIGINS: 'https://partner.example.com' } });
});
afterAll(() => system.stop());

describe('sign-in over HTTP', () => {
  const login = (body: object, headers = {}) =>
    system.client.call<Record<string, unknown>>('POST', '/api/v1/auth/login', { body, headers });

  it('A-270 gives programs the refresh token in the body and no cookie', async () => {
    const { email } = await system.merchant();
    const { body, headers } = await login({ account: email, password: TEST_PASSWORD }, { 'x-client': 'api' });
    expect(body.data).toMatchObject({
      tokenType: 'bearer',
      expiresIn: 900,
      refreshToken: expect.any(String),
      user: { realm: 'merchant', roles: ['MERCHANT', 'OWNER'] },
    });
    expect(headers.getSetCookie()).toEqual([]);
    const renewed = await system.client.call<{ accessToken: string }>('POST', '/api/v1/auth/refresh', {
      body: { refreshToken: body.data.refreshToken },
      headers: { 'x-client': 'api' },
    });
    expect((await system.client.call('GET', '/api/v1/auth/me', { token: renewed.body.data.accessToken })).status).toBe(
      200,
    );
  });

  it('A-270 gives browsers a cookie scripts can’t read, and nothing in the body', async () => {
    const { email } = await system.merchant();
    const { body, headers, text } = await login({ account: email, password: TEST_PASSWORD });
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^rt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(body.data).not.toHaveProperty('refreshToken');
    expect(text).not.toContain(cookie.slice(3, 46));
  });

  it('A-348 "remember me" keeps the cookie for 30 days', async () => {
    const { email } = await system.merchant();
    const { headers } = await login({ account: email, password: TEST_PASSWORD, remember: true });
    expect(headers.getSetCookie()[0]).toContain('Max-Age=2592000');
  });

  it('A-271 A-047 signing out ends cookie and tokens', async () => {
    const { email } = await system.merchant();
    const signedIn = await login({ account: email, password: TEST_PASSWORD });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const token = String(signedIn.body.data.accessToken);
    const out = await system.client.call('POST', '/api/merchant/logout', { token, headers: { cookie } });
    expect(out.body.data).toEqual({ done: true });
    expect(out.headers.getSetCookie()[0]).toMatch(/^rt=; .*Max-Age=0/);
    expect((await system.client.call('GET', '/api/v1/auth/me', { token })).body.error).toBe('SESSION_ENDED');
    const renew = await system.client.call('POST', '/api/v1/auth/refresh', { headers: { cookie } });
    expect([renew.status, renew.body.error]).toEqual([401, 'SESSION_ENDED']);
  });

  it('without a cookie there is nothing to renew', async () => {
    const { status, body } = await system.client.call('POST', '/api/v1/auth/refresh');
    expect([status, body.error]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('A-384 answers unknown, wrong and locked alike: status, body and headers', async () => {
    const { email } = await system.merchant();
    const pending = await system.merchant({ status: 'PENDING' });
    const answers = [];
    for (const account of [email, email, email, email, 'nobody@example.test', '13800009999', pending.email]) {
      const password = account === pending.email ? TEST_PASSWORD : 'wrong';
      const { status, body, headers } = await login({ account, password });
      const { requestId: _, timestamp: __, ...rest } = body;
      const names = [...headers.keys()].filter((name) => name !== 'date').join();
      answers.push(JSON.stringify({ status, ...rest, names, length: headers.get('content-length') }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"status":401');
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sibling of ours', { 'sec-fetch-site': 'same-site' }],
    ['an old browser elsewhere', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('refuses the cookie calls from %s', async (_, headers) => {
    const { email } = await system.merchant();
    for (const path of ['/api/v1/auth/login', '/api/v1/auth/refresh', '/api/v1/auth/logout', '/api/merchant/login']) {
      const {
        status,
        body,
        headers: answer,
      } = await system.client.call('POST', path, { body: { account: email, password: TEST_PASSWORD }, headers });
      expect([status, body.error]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
      expect(answer.getSetCookie()).toEqual([]);
    }
  });

  it.each([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }],
    ['an old browser here', () => ({ origin: system.url })],
    ['a program', {}],
  ])('lets %s sign in', async (_, given) => {
    const { email } = await system.merchant();
    const headers = typeof given === 'function' ? given() : given;
    expect((await login({ account: email, password: TEST_PASSWORD }, headers)).status).toBe(200);
  });
});

describe('CORS', () => {
  const preflight = (origin: string) =>
    system.client.call('OPTIONS', '/api/v1/alerts', { headers: { origin, 'access-control-request-method': 'GET' } });
  it('allows the listed origin, without cookies', async () => {
    const { headers } = await preflight('https://partner.example.com');
    expect(headers.get('access-control-allow-origin')).toBe('https://partner.example.com');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
  it.each(['https://evil.example', 'https://partner.example.com.evil.example', 'null'])(
    'allows %s nothing',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});
