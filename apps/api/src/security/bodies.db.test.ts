import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from '../testing/index.ts';
import { everyEntry, sampleInput } from './attack-surface.ts';

let system: TestSystem;
let token: string;
beforeAll(async () => {
  system = await startTestSystem();
  token = await (await system.merchant()).token();
});
afterAll(() => system.stop());

const DOORS = [
  ['REST', 'PUT', '/api/v1/merchant/profile'],
  ['tRPC', 'POST', '/api/trpc/profile.update'],
  ['before sign-in', 'POST', '/api/v1/auth/login'],
] as const;
const send = (method: string, path: string, body: string, headers: Record<string, string> = {}) =>
  system.client.call(method, path, { token, body, headers });
const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

describe.each(DOORS)('bodies made to break something: %s', (_, method, path) => {
  it('one of more than 1 MiB is refused unread', async () => {
    const { status, headers } = await send(method, path, JSON.stringify({ companyName: 'x'.repeat(1024 * 1024) }));
    expect([status, headers.get('connection')]).toEqual([413, 'close']);
  });

  it('one that doesn’t say how long it is, too', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 40) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const request = new Request(system.url + path, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: stream,
      duplex: 'half',
    });
    // The server closes the line in mid-sentence; some clients see the answer, some the closed line.
    const status = await fetch(request).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
  });

  it.each([
    ['arrays in arrays', nested(200_000)],
    ['objects in objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['the same in a field', `{"companyName":${nested(200_000)}}`],
    ['brackets that never close', '['.repeat(500_000)],
    ['a hundred thousand keys', `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(',')}}`],
    ['a number of a megabyte', `{"companyName":${'9'.repeat(900_000)}}`],
    ['a string of a megabyte', JSON.stringify({ companyName: 'x'.repeat(900_000) })],
    ['a null byte', '{"companyName":"\u0000"}'],
    ['half a surrogate pair', '{"companyName":"\\ud800"}'],
    ['nothing but white space', ' '.repeat(10_000)],
    ['no JSON', 'companyName=x'],
    ['a list', '[1,2,3]'],
    ['a word', '"text"'],
    ['nothing', 'null'],
  ])('%s: refused or harmless, at once', async (_, body) => {
    const started = performance.now();
    const { status } = await send(method, path, body, { 'idempotency-key': crypto.randomUUID() });
    expect(status).toBeLessThan(500);
    expect(performance.now() - started).toBeLessThan(4000);
    expect((await system.client.call('GET', '/healthz')).status).toBe(200);
  });
});

describe('prototype pollution', () => {
  const POLLUTION = [
    '{"__proto__":{"polluted":true,"roles":["SYSTEM_ADMIN"]}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"companyName":{"__proto__":{"polluted":true}}}',
    '{"__proto__.polluted":true,"constructor.prototype.polluted":true}',
  ];
  const writing = everyEntry().filter(({ operation, takesFile }) => operation.kind !== 'query' && !takesFile);
  it.each(writing.map((entry) => [entry.title, entry] as const))('does nothing: %s', async (_, entry) => {
    const { method, path } = entry.request(sampleInput(entry.operation, { id: 1 }));
    for (const body of POLLUTION) expect((await send(method, path, body)).status).toBeLessThan(500);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('nor does it through the query', async () => {
    // Signing out was among the calls above.
    token = await (await system.merchant()).token();
    const query = '__proto__[polluted]=1&__proto__.polluted=1&constructor[prototype][polluted]=1&__proto__=1';
    for (const path of ['/api/v1/alerts', '/api/v1/cards']) {
      expect((await system.client.call('GET', `${path}?${query}`, { token })).status).toBe(200);
      expect('polluted' in {}).toBe(false);
    }
    const input = encodeURIComponent('{"__proto__":{"polluted":true}}');
    expect((await system.client.call('GET', `/api/trpc/alerts.list?input=${input}`, { token })).status).toBe(200);
    expect('polluted' in {}).toBe(false);
  });

  it('procedures of the prototype are none', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'alerts.__proto__',
      'alerts.constructor',
      'hasOwnProperty',
    ])
      expect([name, (await system.client.call('GET', `/api/trpc/${name}`, { token })).status]).toEqual([name, 404]);
  });
});

describe('many at once', () => {
  beforeAll(async () => {
    token = await (await system.merchant()).token();
  });

  it('a tRPC batch of a thousand calls is no way around the limits', async () => {
    const names = Array(1000).fill('alerts.list').join(',');
    const { status, body } = await system.client.call('GET', `/api/trpc/${names}?batch=1&input=%7B%7D`, { token });
    expect([status, body.error]).toEqual([400, 'MALFORMED_BODY']);
  });

  it('parameters doubled in the query count once', async () => {
    const { status, body } = await system.client.call<{ size: number }>('GET', '/api/v1/alerts?size=10&size=99999', {
      token,
    });
    expect([status, body.data.size]).toEqual([200, 10]);
  });

  it('lists of ids have an end', async () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => i + 1);
    const { status } = await system.client.call('POST', '/api/v1/alerts/export', { token, body: { ids } });
    expect(status).toBe(400);
  });
});
