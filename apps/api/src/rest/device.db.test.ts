import { newDeviceId } from '@forewarn/core/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, TEST_PASSWORD, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ env: { TRUST_PROXY: 'loopback', COUNTRY_HEADER: 'CF-IPCountry' } });
});
afterAll(() => system.stop());

const login = (account: string, password: string, headers: Record<string, string> = {}) =>
  system.client.call<Record<string, unknown>>('POST', '/api/v1/auth/login', { body: { account, password }, headers });

describe('A-349 the device over HTTP', () => {
  it('A-349 is a cookie for browsers, kept over sign-ins, that no stranger’s failures lock out', async () => {
    const { email } = await system.merchant();
    const first = await login(email, TEST_PASSWORD);
    const cookie = first.headers.getSetCookie().find((one) => one.startsWith('device=')) ?? '';
    expect(cookie).toMatch(/^device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/);
    for (let i = 0; i < 3; i++) await login(email, 'wrong');
    expect((await login(email, TEST_PASSWORD)).status).toBe(401);
    const again = await login(email, TEST_PASSWORD, { cookie: cookie.split(';')[0] ?? '' });
    expect(again.status).toBe(200);
    expect(again.headers.getSetCookie().join()).toContain(cookie.split(';')[0]);
  });

  it('A-349 is `X-Device` for programs; a refused sign-in sets no cookie', async () => {
    const { email } = await system.merchant();
    const program = { 'x-client': 'api', 'x-device': newDeviceId() };
    expect((await login(email, TEST_PASSWORD, program)).headers.getSetCookie()).toEqual([]);
    expect((await login(email, 'wrong')).headers.getSetCookie()).toEqual([]);
    for (let i = 0; i < 3; i++) await login(email, 'wrong', { 'x-client': 'api' });
    expect((await login(email, TEST_PASSWORD, program)).status).toBe(200);
    expect((await login(email, TEST_PASSWORD, { 'x-client': 'api', 'x-device': 'too-short' })).status).toBe(401);
  });

  it('A-349 a page can’t claim to be another device by a header', async () => {
    const { email } = await system.merchant();
    const device = newDeviceId();
    await login(email, TEST_PASSWORD, { 'x-client': 'api', 'x-device': device });
    for (let i = 0; i < 3; i++) await login(email, 'wrong');
    expect((await login(email, TEST_PASSWORD, { 'x-device': device })).status).toBe(401);
  });
});

describe('C-155 C-264 sessions over HTTP', () => {
  it('C-155 are listed and ended by their owner', async () => {
    const merchant = await system.merchant();
    const [one, two] = [await merchant.token(), await merchant.token()];
    const list = await system.client.call<{ records: { id: string; current: boolean }[] }>(
      'GET',
      '/api/v1/auth/sessions',
      { token: one },
    );
    const other = list.body.data.records.find(({ current }) => !current);
    const ended = await system.client.call('DELETE', `/api/v1/auth/sessions/${other?.id}`, { token: one });
    expect(ended.body.data).toEqual({ done: true });
    const after = await system.client.call('GET', '/api/v1/auth/me', { token: two });
    expect([after.status, after.body.error]).toEqual([401, 'SESSION_ENDED']);
  });

  it('C-264 what a person asks for keeps the session alive, what a timer asks for doesn’t', async () => {
    const merchant = await system.merchant();
    const token = await merchant.token();
    const db = system.core.db;
    const long = new Date(Date.now() - 3_600_000);
    const { id } = await db
      .selectFrom('sessions')
      .select('id')
      .where('subjectId', '=', merchant.id)
      .where('realm', '=', 'merchant')
      .executeTakeFirstOrThrow();
    await db.updateTable('sessions').set({ lastSeenTime: long }).where('id', '=', id).execute();
    const seen = async () =>
      (await db.selectFrom('sessions').select('lastSeenTime').where('id', '=', id).executeTakeFirstOrThrow())
        .lastSeenTime;
    expect((await system.client.call('GET', '/api/v1/alerts/pulse', { token })).status).toBe(200);
    expect(await seen()).toEqual(long);
    expect((await system.client.call('GET', '/api/v1/alerts', { token })).status).toBe(200);
    expect((await seen()).getTime()).toBeGreaterThan(long.getTime() + 3_500_000);
  });
});

describe('A-308 C-164 what the doors watch', () => {
  it('A-308 the country of a trusted proxy’s header counts, and refused acts are counted at both doors', async () => {
    const merchant = await system.merchant();
    await login(merchant.email, TEST_PASSWORD, { 'cf-ipcountry': 'CN', 'x-forwarded-for': '203.0.113.5' });
    await login(merchant.email, TEST_PASSWORD, { 'cf-ipcountry': 'US', 'x-forwarded-for': '198.51.100.5' });
    const token = await merchant.token();
    for (let i = 0; i < 10; i++) await system.client.call('GET', '/api/v1/admin/audit', { token });
    for (let i = 0; i < 10; i++) await system.client.call('GET', '/api/trpc/admin.credentials.list', { token });
    const kinds = await system.core.db
      .selectFrom('securityEvents')
      .select('kind')
      .where('subjectId', '=', merchant.id)
      .where('realm', '=', 'merchant')
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['NEW_COUNTRY', 'REFUSALS']));
  });
});
