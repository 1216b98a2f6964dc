import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, TEST_PASSWORD, type TestSystem } from '../testing/index.ts';
import { fullPaths } from './table.ts';
import { v1 } from './v1.ts';
import { WEBHOOKS } from './webhook-docs.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const card = () => ({
  descriptor: `SHOP ${crypto.randomUUID().slice(0, 8)}`,
  cardBin: '411111',
  notifyEmail: 'a@example.test',
});

describe('A-269 the envelope', () => {
  it('of a success', async () => {
    const merchant = await system.merchant({ companyName: 'Envelope Ltd' });
    const { status, body, headers } = await system.client.call('GET', '/api/v1/merchant/profile', {
      token: await merchant.token(),
    });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['code', 'message', 'data', 'timestamp', 'requestId']);
    expect(body).toMatchObject({ code: 200, message: 'success', data: { companyName: 'Envelope Ltd' } });
    expect(Math.abs(Date.now() - body.timestamp)).toBeLessThan(60_000);
    expect(headers.get('x-request-id')).toBe(body.requestId);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('of a create is HTTP 200 with code 200', async () => {
    const merchant = await system.merchant();
    const created = await system.client.call<{ id: number; status: string }>('POST', '/api/v1/cards', {
      token: await merchant.token(),
      body: card(),
    });
    expect([created.status, created.body.code]).toEqual([200, 200]);
    const again = await system.client.call('GET', '/api/v1/cards', { token: await merchant.token() });
    expect(again.body.data).toMatchObject({
      total: 1,
      pages: 1,
      current: 1,
      size: 10,
      records: [{ id: created.body.data.id }],
    });
  });

  it.each([
    ['an unknown path', 'GET', '/api/v1/nothing', {}, 404, 40406, 'ROUTE_NOT_FOUND'],
    ['an unknown path outside v1', 'POST', '/api/else', {}, 404, 40406, 'ROUTE_NOT_FOUND'],
    ['another method', 'DELETE', '/api/v1/auth/login', {}, 405, 40501, 'METHOD_NOT_ALLOWED'],
    ['nobody signed in', 'GET', '/api/v1/alerts', {}, 401, 40101, 'UNAUTHENTICATED'],
    ['a token that is none', 'GET', '/api/v1/alerts', { token: 'nonsense' }, 401, 40101, 'UNAUTHENTICATED'],
    ['a body that is no JSON', 'POST', '/api/v1/auth/login', { body: '{"account":' }, 400, 40002, 'MALFORMED_BODY'],
    ['a body that is no object', 'POST', '/api/v1/auth/login', { body: '[1]' }, 400, 40001, 'VALIDATION_FAILED'],
    ['missing fields', 'POST', '/api/v1/auth/login', { body: {} }, 400, 40001, 'VALIDATION_FAILED'],
    [
      'another content type',
      'POST',
      '/api/v1/auth/login',
      { body: 'account=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      40003,
      'UNSUPPORTED_BODY',
    ],
    [
      'too large a body',
      'POST',
      '/api/v1/auth/login',
      { body: { account: 'x'.repeat(1_100_000) } },
      413,
      41301,
      'BODY_TOO_LARGE',
    ],
  ])('of %s', async (_, method, path, options, status, code, error) => {
    const answer = await system.client.call(method, path, options);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      code,
      error,
      data: null,
      requestId: expect.any(String),
      timestamp: expect.any(Number),
    });
    expect(answer.body.message.length).toBeGreaterThan(10);
  });

  it('of too large a body whose length was not announced', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(300_000));
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 5; i++) controller.enqueue(chunk);
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${system.url}/api/v1/auth/login`, { method: 'POST', body, headers, duplex: 'half' });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: 'BODY_TOO_LARGE' });
  });

  it('says which methods there are', async () => {
    const { headers } = await system.client.call('PATCH', '/api/v1/merchant/profile');
    expect(headers.get('allow')).toBe('GET, PUT');
  });

  it('names each wrong field, in the reader’s language', async () => {
    const merchant = await system.merchant();
    const token = await merchant.token();
    const send = (language: string) =>
      system.client.call('POST', '/api/v1/cards', {
        token,
        body: { ...card(), cardBin: '12', notifyEmail: 'x' },
        headers: { 'accept-language': language },
      });
    const [en, zh] = [await send('en'), await send('zh-CN')];
    expect(en.body.details?.fields?.map(({ path }) => path).sort()).toEqual(['cardBin', 'notifyEmail']);
    expect(en.body.message).toMatch(/^Some fields/);
    expect(zh.body.message).toMatch(/字段/);
  });

  it('never shows what broke inside', async () => {
    const merchant = await system.merchant();
    const token = await merchant.token();
    const { cipher } = system.core.ports;
    const { seal } = cipher;
    cipher.seal = () => {
      throw new Error('SELECT secret FROM inside');
    };
    const answer = await system.client.call('POST', '/api/v1/cards', {
      token,
      body: card(),
      headers: { 'idempotency-key': crypto.randomUUID() },
    });
    cipher.seal = seal;
    expect([answer.status, answer.body.error]).toEqual([500, 'INTERNAL']);
    expect(answer.text).not.toMatch(/SELECT|inside|Error:/);
  });

  it('takes a sane request id and makes its own otherwise', async () => {
    const send = async (id: string) =>
      (await system.client.call('GET', '/api/v1/x', { headers: { 'x-request-id': id } })).body.requestId;
    expect(await send('caller-id-0001')).toBe('caller-id-0001');
    expect(await send('bad id "<script>"')).not.toContain('script');
    expect(await send('x'.repeat(200))).toHaveLength(36);
  });
});

describe('A-342 aliases', () => {
  it('A-046 /api/merchant/login is the same door', async () => {
    const { email } = await system.merchant();
    const { status, body } = await system.client.call('POST', '/api/merchant/login', {
      body: { account: email, password: TEST_PASSWORD },
    });
    expect([status, body.code]).toEqual([200, 200]);
  });
});

describe('Idempotency-Key over HTTP', () => {
  it('a card sent twice exists once; another input under the key is refused', async () => {
    const merchant = await system.merchant();
    const token = await merchant.token();
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = card();
    const send = (input: object) =>
      system.client.call<{ id: number }>('POST', '/api/v1/cards', { token, body: input, headers });
    const [one, two] = await Promise.all([send(body), send(body)]);
    expect(one.body.data.id).toBe(two.body.data.id);
    const other = await send(card());
    expect([other.status, other.body.error]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await system.client.call('GET', '/api/v1/cards', { token })).body.data).toMatchObject({ total: 1 });
  });

  it('that can’t be one is refused', async () => {
    const merchant = await system.merchant();
    const answer = await system.client.call('POST', '/api/v1/cards', {
      token: await merchant.token(),
      body: card(),
      headers: { 'idempotency-key': 'has blank' },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 40004]);
  });
});

describe('what is not mine', () => {
  it('A-277 of another merchant can’t be read, changed, enrolled or deleted: it isn’t there', async () => {
    const [owner, other] = [await system.merchant(), await system.merchant()];
    const created = await system.client.call<{ id: number }>('POST', '/api/v1/cards', {
      token: await owner.token(),
      body: card(),
    });
    const path = `/api/v1/cards/${created.body.data.id}`;
    const token = await other.token();
    for (const [method, target] of [
      ['PUT', path],
      ['DELETE', path],
      ['POST', `${path}/register`],
    ] as const) {
      const { status, body } = await system.client.call(method, target, { token, body: { remark: 'mine now' } });
      expect([method, status, body.error]).toEqual([method, 404, 'CARD_NOT_FOUND']);
    }
    const list = await system.client.call('GET', '/api/v1/cards', { token });
    expect(list.body.data).toMatchObject({ total: 0, records: [] });
  });
});

describe('every route', () => {
  it.each(WEBHOOKS.map(({ path }) => path))('A-283 A-284 A-342 %s is there and asks for a signature', async (path) => {
    const { status, body } = await system.client.call('POST', path, { body: { alertId: 'x', type: 'ALERT' } });
    expect([status, body.error]).toEqual([401, 'SIGNATURE_INVALID']);
  });

  const sample = (path: string) => path.replace(/\{\w+\}/g, '1');
  it.each(
    v1
      .filter(({ operation }) => operation.permission !== 'public')
      .flatMap((route) => fullPaths(route).map((path) => [route.method, path] as const)),
  )('%s %s is there and asks who calls', async (method, path) => {
    const { status, body } = await system.client.call(
      method.toUpperCase(),
      sample(path),
      method === 'get' ? {} : { body: {} },
    );
    expect([status, body.error]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each(v1.filter(({ path }) => path.startsWith('/admin/')).map((route) => [route.method, route.path] as const))(
    '%s %s is closed to merchants',
    async (method, path) => {
      const merchant = await system.merchant();
      const { status, body } = await system.client.call(method.toUpperCase(), `/api/v1${sample(path)}`, {
        token: await merchant.token(),
        ...(method !== 'get' && { body: {} }),
      });
      expect([status, body.error]).toEqual([403, 'FORBIDDEN']);
    },
  );
});
