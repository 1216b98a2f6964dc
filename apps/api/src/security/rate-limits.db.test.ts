import { DEFAULT_GRANTS } from '@forewarn/core/kernel/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { network, rateClassOf, rateKey } from '../http/rate-key.ts';
import { v1 } from '../rest/v1.ts';
import { startTestSystem, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({
    env: {
      RATE_READ: '4/60',
      RATE_WRITE: '3/60',
      RATE_EXPORT: '2/60',
      RATE_LOGIN: '100/60',
      WEBHOOK_REFUSALS: '3/60',
      TRUST_PROXY: 'loopback',
    },
  });
});
afterAll(() => system.stop());

const state = ({ headers }: { headers: Headers }) =>
  ['ratelimit-limit', 'ratelimit-remaining', 'retry-after'].map((name) => headers.get(name));

describe('C-161 C-266 limits by class', () => {
  it('have the numbers that were decided', () => {
    const { rates, webhookRefusals } = readConfig({});
    expect({ ...rates, webhookRefusals }).toEqual({
      login: [{ calls: 10, seconds: 60 }],
      mail: [
        { calls: 5, seconds: 60 },
        { calls: 20, seconds: 86_400 },
      ],
      read: [{ calls: 300, seconds: 60 }],
      write: [{ calls: 120, seconds: 60 }],
      export: [{ calls: 10, seconds: 60 }],
      webhookRefusals: { calls: 600, seconds: 60 },
    });
  });

  it('A-304 REST: every answer says what is left, the one over the limit is 429 and says when to come again', async () => {
    const token = await (await system.merchant()).token();
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await system.client.call('GET', '/api/v1/alerts', { token }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
    expect(answers.map((answer) => state(answer)[1])).toEqual(['3', '2', '1', '0', '0']);
    expect(state(answers[0] ?? { headers: new Headers() })).toEqual(['4', '3', null]);
    const last = answers[4];
    expect(last?.body).toMatchObject({ code: 42901, error: 'TOO_MANY_REQUESTS' });
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(last?.headers.get('ratelimit-reset')).toBe(last?.headers.get('retry-after'));
  });

  it('tRPC: the same, and a batch of many counts as many', async () => {
    const token = await (await system.merchant()).token();
    const single = await system.client.call('GET', '/api/trpc/alerts.list', { token });
    expect([single.status, ...state(single)]).toEqual([200, '4', '3', null]);
    const input = encodeURIComponent(JSON.stringify({ 0: {}, 1: {}, 2: {}, 3: {} }));
    const batch = await system.client.call(
      'GET',
      `/api/trpc/alerts.list,alerts.list,alerts.list,alerts.list?batch=1&input=${input}`,
      { token },
    );
    expect(batch.status).toBe(207);
    expect(JSON.stringify(batch.body).match(/TOO_MANY_REQUESTS/g)).toHaveLength(1);
    expect(state(batch).slice(0, 2)).toEqual(['4', '0']);
    expect(Number(batch.headers.get('retry-after'))).toBeGreaterThan(50);
  });

  it('count exports apart, and one caller never uses up another’s', async () => {
    const [one, other] = await Promise.all([(await system.merchant()).token(), (await system.merchant()).token()]);
    const run = async (token: string) =>
      (await system.client.call('POST', '/api/v1/alerts/export', { token, body: {} })).status;
    expect([await run(one), await run(one), await run(one), await run(other)]).toEqual([200, 200, 429, 200]);
    expect((await system.client.call('GET', '/api/v1/alerts', { token: one })).status).toBe(200);
  });

  it('A-384 sign-in: ten a minute from one address, whoever is tried', async () => {
    const strict = await startTestSystem({ env: { RATE_LOGIN: '10/60', TRUST_PROXY: 'loopback' } });
    try {
      const statuses = [];
      for (let i = 0; i < 12; i++)
        statuses.push((await tryIn(strict, `nobody-${i}@example.test`, '203.0.113.1')).status);
      expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
      expect((await tryIn(strict, 'nobody@example.test', '203.0.113.2')).status).toBe(401);
    } finally {
      await strict.stop();
    }
  });

  it('C-261 webhook: what isn’t signed is 429 after its share, and never keeps out what is', async () => {
    const push = (headers: Record<string, string> = {}) =>
      system.client.call('POST', '/api/v1/webhook/alerts', { body: '{"alertId":"1"}', headers });
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await push());
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429, 429]);
    expect(Number(answers[4]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await push({ 'x-forwarded-for': '203.0.113.77' })).status).toBe(401);
  });

  it('C-164 refusals are counted by their reason, for the alarm', async () => {
    const text = await system.deps.metrics.text();
    expect(text).toMatch(/refusals_total\{error="TOO_MANY_REQUESTS"\} \d+/);
    expect(text).toMatch(/refusals_total\{error="SIGNATURE_INVALID"\} \d+/);
  });
});

describe('whose calls are counted together', () => {
  const grants = DEFAULT_GRANTS.SALES;
  const staff = {
    kind: 'staff',
    id: 2,
    name: 'x',
    roles: ['SALES'],
    teamId: null,
    grants,
    sessionId: 's',
    mustSetUpTotp: false,
  } as const;
  it('an account’s, wherever it calls from; sign-ins and mails by address', () => {
    expect(rateKey('read', { actor: staff, ip: '192.0.2.1' })).toBe('staff:2');
    expect(rateKey('login', { actor: staff, ip: '192.0.2.1' })).toBe('192.0.2.1');
    expect(rateKey('mail', { actor: staff, ip: '192.0.2.1' })).toBe('192.0.2.1');
    expect(rateKey('read', { actor: { kind: 'anonymous' }, ip: '192.0.2.1' })).toBe('192.0.2.1');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::', 'fe80:0:0:0::/64'],
    ['203.0.113.4', '203.0.113.4'],
    ['', ''],
  ])('%j by %j', (ip, key) => {
    expect(network(ip)).toBe(key);
  });

  it('every route has a class; what signs in or exports isn’t an ordinary write', () => {
    const classes = new Map(v1.map(({ operation }) => [operation.name, rateClassOf(operation)]));
    expect(classes.get('auth.login')).toBe('login');
    expect(classes.get('alerts.export')).toBe('export');
    expect(classes.get('alerts.list')).toBe('read');
    expect(classes.get('alerts.process')).toBe('write');
  });
});

function tryIn(system: TestSystem, account: string, address: string) {
  return system.client.call('POST', '/api/v1/auth/login', {
    body: { account, password: 'wrong' },
    headers: { 'x-client': 'api', 'x-forwarded-for': address },
  });
}
