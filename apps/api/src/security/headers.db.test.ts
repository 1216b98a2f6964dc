import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../http/app.ts';
import { createLog } from '../log.ts';
import { startTestSystem, type TestSystem } from '../testing/index.ts';

const ALLOWED = 'https://console.example.test';
let system: TestSystem;
let token: string;
beforeAll(async () => {
  system = await startTestSystem({ env: { CORS_ORIGINS: ALLOWED } });
  token = await (await system.merchant()).token();
});
afterAll(() => system.stop());

const EVERYWHERE: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

describe('security headers', () => {
  it.each([
    ['an answer', 'GET', '/api/v1/alerts', true],
    ['a refusal', 'GET', '/api/v1/alerts', false],
    ['a validation error', 'GET', '/api/v1/alerts?page=x', true],
    ['an unknown route', 'GET', '/api/v1/nothing', true],
    ['a wrong method', 'DELETE', '/api/v1/auth/me', true],
    ['tRPC', 'GET', '/api/trpc/alerts.list', true],
    ['a tRPC refusal', 'GET', '/api/trpc/nothing', false],
    ['the health check', 'GET', '/healthz', false],
    ['the document', 'GET', '/api/v1/openapi.json', false],
  ] as const)('are on %s', async (_, method, path, known) => {
    const { headers } = await system.client.call(method, path, known ? { token } : {});
    const { 'cache-control': cache, ...rest } = EVERYWHERE;
    for (const [name, value] of Object.entries(rest)) expect([name, headers.get(name)]).toEqual([name, value]);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    if (!path.includes('openapi')) expect(headers.get('cache-control')).toBe(cache);
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('say of a refused push, too, that it is no page', async () => {
    const { status, headers } = await system.client.call('POST', '/api/v1/webhook/alerts', { body: '<p>' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
  });

  it('C-156 production answers with HSTS and takes no address without TLS for its own', async () => {
    const app = createApp({ ...system.deps, config: { ...system.config, production: true } });
    const answer = await app.request('/api/v1/openapi.json');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });

  it('C-160 pages run own scripts alone: no policy of ours allows inline ones, eval or other hosts', async () => {
    for (const path of ['/', '/sign-in', '/api/v1/docs', '/api/v1/alerts']) {
      const { headers } = await system.client.call('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
      expect([path, policy.includes('default-src')]).toEqual([path, true]);
      expect([path, /unsafe|https?:|\*|data:/.test(scripts)]).toEqual([path, false]);
    }
  });
});

describe('CORS', () => {
  const ask = (origin: string, method = 'GET') =>
    system.client.call(method, '/api/v1/alerts', {
      ...(method === 'GET' && { token }),
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });

  it('lets the pages of a listed origin read, and never with cookies', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await ask(ALLOWED, method);
      expect(headers.get('access-control-allow-origin')).toBe(ALLOWED);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')).toMatch(/origin/i);
    }
  });

  it.each([
    'https://evil.example',
    'null',
    `${ALLOWED}.evil.example`,
    'https://xconsole.example.test',
    'http://console.example.test',
    `${ALLOWED}:8443`,
    '*',
  ])('says nothing to %s', async (origin) => {
    for (const method of ['GET', 'OPTIONS'])
      expect((await ask(origin, method)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the request id', () => {
  it('goes from the door to the log, the audit row and the answer', async () => {
    const lines: string[] = [];
    const log = createLog({ ...system.config, logLevel: 'info' }, 'test', { write: (line) => lines.push(line) });
    const app = createApp({ ...system.deps, log, core: { ...system.core, log } });
    const requestId = `trace-${crypto.randomUUID().slice(0, 8)}`;
    const answer = await app.request('/api/v1/alerts/export', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-request-id': requestId },
      body: '{}',
    });
    expect(answer.headers.get('x-request-id')).toBe(requestId);
    expect(((await answer.json()) as { requestId: string }).requestId).toBe(requestId);
    expect(lines.map((line) => JSON.parse(line)).some((line) => line.requestId === requestId)).toBe(true);
    const { action } = await system.core.db
      .selectFrom('auditLogs')
      .select('action')
      .where('requestId', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(action).toBe('alerts.export');
  });

  it.each(['short', 'x'.repeat(41), 'a b c d e f', '<script>alert(1)</script>', 'id"; DROP', '..%0d%0aX: 1'])(
    'one of the caller’s that isn’t sane is replaced: %j',
    async (given) => {
      const { headers, body } = await system.client.call('GET', '/api/v1/alerts', {
        headers: { 'x-request-id': given },
      });
      expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
      expect(body.requestId).toBe(headers.get('x-request-id'));
    },
  );
});
