import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SANDBOX_CREDENTIALS, startTestSystem, type TestSystem } from '../testing/index.ts';

const OFFICE = '203.0.113.9';
const ELSEWHERE = '198.51.100.4';
const PATH = '/api/v1/admin/security/allowlists';
const NOBODY = { admin: [], credentials: [], export: [], webhooks: [] };

let system: TestSystem;
let token: string;
let merchant: string;
beforeAll(async () => {
  system = await startTestSystem({ sandbox: true, env: { TRUST_PROXY: 'loopback', STAFF_ALLOW_ALWAYS: '192.0.2.66' } });
  token = await (await system.staff({ roles: ['SYSTEM_ADMIN'] })).token();
  merchant = await (await system.merchant()).token();
});
afterAll(() => system.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });
const call = <T>(method: string, path: string, address: string, body?: unknown, as = token) =>
  system.client.call<T>(method, path, { token: as, body, headers: from(address) });
const set = (lists: object, address = OFFICE) => call<{ callerAddress: string }>('PUT', PATH, address, lists);
const status = async (method: string, path: string, address: string, body?: unknown, as?: string) =>
  (await call(method, path, address, body, as)).status;
const login = (realm: string, address: string) =>
  system.client.call('POST', '/api/v1/auth/login', {
    body: { account: 'nobody@example.test', password: 'x', realm },
    headers: { ...from(address), 'x-client': 'api' },
  });

describe('A-305 C-162 lists of addresses for key interfaces', () => {
  beforeEach(async () => {
    expect((await set(NOBODY, '192.0.2.66')).status).toBe(200);
  });

  it('let everybody pass while they are empty, and show the caller’s own address', async () => {
    const { body } = await call('GET', PATH, ELSEWHERE);
    expect(body.data).toEqual({ lists: NOBODY, callerAddress: ELSEWHERE });
  });

  it('admin: staff come in from the list alone, at every door; merchants come from anywhere', async () => {
    expect((await set({ admin: ['203.0.113.0/24', '2001:db8::/32'] })).status).toBe(200);
    expect(await status('GET', '/api/v1/admin/alerts', OFFICE)).toBe(200);
    expect(await status('GET', '/api/v1/admin/alerts', '2001:db8::7')).toBe(200);
    const refused = await call('GET', '/api/v1/admin/alerts', ELSEWHERE);
    expect([refused.status, refused.body.error, refused.body.details]).toEqual([
      403,
      'ADDRESS_NOT_ALLOWED',
      { address: ELSEWHERE },
    ]);
    expect(await status('GET', '/api/trpc/admin.alerts.list', ELSEWHERE)).toBe(403);
    expect(await status('GET', '/api/v1/auth/me', ELSEWHERE)).toBe(403);
    expect((await login('staff', ELSEWHERE)).body.error).toBe('ADDRESS_NOT_ALLOWED');
    expect((await login('staff', OFFICE)).body.error).toBe('INVALID_CREDENTIALS');
    expect((await login('merchant', ELSEWHERE)).body.error).toBe('INVALID_CREDENTIALS');
    expect(await status('GET', '/api/v1/alerts', ELSEWHERE, undefined, merchant)).toBe(200);
  });

  it('credentials and export: narrower than the rest, for staff', async () => {
    await set({ credentials: [OFFICE], export: [OFFICE] });
    expect(await status('GET', '/api/v1/admin/alerts', ELSEWHERE)).toBe(200);
    for (const [method, path] of [
      ['GET', '/api/v1/admin/credentials'],
      ['PUT', '/api/v1/admin/credentials'],
      ['POST', '/api/v1/admin/credentials/test'],
      ['POST', '/api/v1/admin/credentials/backup'],
      ['POST', '/api/v1/admin/credentials/restore'],
      ['POST', '/api/v1/alerts/export'],
    ] as const) {
      expect([path, await status(method, path, ELSEWHERE, method === 'GET' ? undefined : {})]).toEqual([path, 403]);
    }
    expect(await status('GET', '/api/v1/admin/credentials', OFFICE)).toBe(200);
    expect(await status('POST', '/api/v1/alerts/export', OFFICE, {})).toBe(200);
    expect(await status('POST', '/api/v1/alerts/export', ELSEWHERE, {}, merchant)).toBe(200);
  });

  it('webhooks: a signed push from elsewhere is refused', async () => {
    await set({ webhooks: ['203.0.113.0/24'] });
    const body = JSON.stringify({ alertId: crypto.randomUUID(), descriptor: 'S', amount: 1, currency: 'USD' });
    const at = String(Date.now());
    const signature = createHmac('sha256', SANDBOX_CREDENTIALS.WEBHOOK_SECRET).update(`${at}.${body}`).digest('hex');
    const push = async (address: string) =>
      (
        await system.client.call('POST', '/api/v1/webhook/alerts', {
          body,
          headers: { ...from(address), 'x-timestamp': at, 'x-signature': signature },
        })
      ).status;
    expect([await push(ELSEWHERE), await push(OFFICE)]).toEqual([403, 200]);
  });

  it('a change that would keep its author out is refused, names the address and changes nothing', async () => {
    const refused = await set({ admin: ['10.0.0.0/8'], webhooks: ['10.0.0.0/8'] });
    expect([refused.status, refused.body.error]).toEqual([422, 'ALLOWLIST_LOCKS_OUT']);
    expect(refused.body.details).toEqual({ address: OFFICE, lists: ['admin'] });
    expect((await call('GET', PATH, ELSEWHERE)).body.data).toMatchObject({ lists: NOBODY });
  });

  it('an address of the environment always gets in, to set things right', async () => {
    await set({ admin: [OFFICE] });
    expect(await status('GET', '/api/v1/admin/alerts', '192.0.2.66')).toBe(200);
    expect((await set({ admin: [] }, '192.0.2.66')).status).toBe(200);
    expect(await status('GET', '/api/v1/admin/alerts', ELSEWHERE)).toBe(200);
  });

  it('X-Forwarded-For written by the caller proves nothing', async () => {
    await set({ admin: [OFFICE] });
    expect(await status('GET', '/api/v1/admin/alerts', `${OFFICE}, ${ELSEWHERE}`)).toBe(403);
  });

  it('a wrong entry is named', async () => {
    const { status: code, body } = await set({ admin: [OFFICE, '10.0.0.0/40'] });
    expect([code, body.details?.fields?.[0]?.path]).toEqual([400, 'admin.1']);
  });

  it('leave before and after in the audit log', async () => {
    await set({ webhooks: ['10.9.0.0/16'] });
    const row = await system.core.db
      .selectFrom('auditLogs')
      .select(['detail', 'result', 'ip'])
      .where('action', '=', 'security.allowlists.update')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect([row.result, row.ip]).toEqual(['OK', OFFICE]);
    expect(JSON.parse(String(row.detail))).toEqual({ before: NOBODY, after: { ...NOBODY, webhooks: ['10.9.0.0/16'] } });
  });

  it.each([['PLATFORM_ADMIN'], ['SALES']] as const)('are nothing for %s', async (role) => {
    const other = await (await system.staff({ roles: [role] })).token();
    expect(await status('GET', PATH, OFFICE, undefined, other)).toBe(403);
    expect(await status('PUT', PATH, OFFICE, {}, other)).toBe(403);
    expect(await status('GET', PATH, OFFICE, undefined, merchant)).toBe(403);
  });
});
