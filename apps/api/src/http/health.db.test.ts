import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetricsApp } from '../http/metrics-app.ts';
import { startTestSystem, TEST_PASSWORD, type TestSystem } from '../testing/index.ts';

const NOBODY_THERE = '127.0.0.1:1';
const login = (system: TestSystem, account: string) =>
  system.client.call('POST', '/api/v1/auth/login', { body: { account, password: TEST_PASSWORD } });

describe('with everything there', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem();
  });
  afterAll(() => system.stop());

  it('is healthy and ready', async () => {
    expect((await system.client.call('GET', '/healthz')).status).toBe(200);
    expect((await system.client.call('GET', '/readyz')).body).toEqual({ status: 'ready' });
  });

  it('counts requests by route, never by path, for Prometheus', async () => {
    await system.client.call('GET', '/api/v1/alerts/12345');
    await system.client.call('GET', '/api/trpc/made-up-4711');
    const text = await (await createMetricsApp(system.deps).request('/metrics')).text();
    expect(text).toContain('http_requests_total{method="GET",route="/alerts/{id}",status="401"} 1');
    expect(text).toContain('# TYPE http_request_duration_seconds histogram');
    expect(text).toMatch(/^process_uptime_seconds [\d.]+$/m);
    expect(text).not.toMatch(/12345|4711/);
  });
});

describe('without the database', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem({ env: { DATABASE_URL: `mysql://root:root@${NOBODY_THERE}/gone` } });
  });
  afterAll(() => system.stop());

  it('is healthy but not ready', async () => {
    expect((await system.client.call('GET', '/healthz')).status).toBe(200);
    const { status, body } = await system.client.call('GET', '/readyz');
    expect([status, body]).toEqual([503, { status: 'unready', missing: ['database'] }]);
  });

  it('answers 503 at once and says when to come again', async () => {
    const { status, body, headers } = await login(system, 'anyone@example.test');
    expect([status, body.error, headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '2']);
  });
});

describe('without Redis', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem({ env: { REDIS_URL: `redis://${NOBODY_THERE}`, RATE_LOGIN: '2/60' } });
  });
  afterAll(() => system.stop());

  it('is ready: Redis only rings and counts', async () => {
    expect((await system.client.call('GET', '/readyz')).status).toBe(200);
  });

  it('signs in, and still limits how often', async () => {
    const { email } = await system.merchant();
    expect((await login(system, email)).status).toBe(200);
    expect((await login(system, email)).status).toBe(200);
    const third = await login(system, email);
    expect([third.status, third.body.error]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
