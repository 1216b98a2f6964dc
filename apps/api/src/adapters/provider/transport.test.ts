import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { classify, send } from './transport.ts';

const ok = JSON.stringify({ code: 200, message: 'success', data: { status: 'ACCEPTED' } });

describe('what an answer allows', () => {
  it.each([
    [200, undefined, ok, { kind: 'done', data: { status: 'ACCEPTED' } }],
    [200, undefined, '{"code":"200"}', { kind: 'done', data: {} }],
    [200, undefined, '{"code":200,"data":null}', { kind: 'done', data: {} }],
    [200, undefined, '{"code":4101,"message":"no"}', { kind: 'refused', code: '4101' }],
    [400, undefined, '{"code":4001}', { kind: 'refused', code: '4001' }],
    [409, undefined, '{"code":4090}', { kind: 'refused', code: '4090' }],
    [
      401,
      undefined,
      '{"code":4010}',
      { kind: 'not-sent', detail: 'HTTP 401: the credentials were refused', answered: true },
    ],
    [
      403,
      undefined,
      '{"code":"NO"}',
      { kind: 'not-sent', detail: 'HTTP 403: the credentials were refused', answered: true },
    ],
    [200, undefined, '{"code":5000}', { kind: 'ambiguous', detail: 'HTTP 200, code 5000' }],
    [500, undefined, '{"code":5000}', { kind: 'ambiguous', detail: 'HTTP 500, code 5000' }],
    [502, undefined, ok, { kind: 'ambiguous', detail: 'HTTP 502, code 200' }],
    [429, '7', '', { kind: 'not-sent', detail: 'HTTP 429', answered: true, retryAfter: 7000 }],
    [429, undefined, '{"code":4290}', { kind: 'not-sent', detail: 'HTTP 429', answered: true }],
    [429, '999999', '', { kind: 'not-sent', detail: 'HTTP 429', answered: true }],
    [429, 'Wed, 21 Oct 2026 07:28:00 GMT', '', { kind: 'not-sent', detail: 'HTTP 429', answered: true }],
  ] as const)('HTTP %i, Retry-After %s, %s', (status, retryAfter, text, expected) => {
    expect(classify(status, retryAfter, text)).toEqual(expected);
  });

  it.each([200, 302, 404, 500, 503])('HTTP %i with a body that is no answer of theirs is not known', (status) => {
    for (const text of ['', '<html>200 OK', '{"code":', 'null', '[]', '"200"', '{}'])
      expect(classify(status, undefined, text).kind, text).toBe('ambiguous');
  });
});

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const post = (url: string, timeoutMs = 2000) =>
  send({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from('{"a":1}'),
    timeoutMs,
  });

describe('A-082 what became of a call', () => {
  it('an answer', async () => {
    const url = await serve((_, response) => response.end(ok));
    expect(await post(url)).toEqual({ answer: { kind: 'done', data: { status: 'ACCEPTED' } }, status: 200, text: ok });
  });

  it('no answer in time is not known', async () => {
    const url = await serve(() => undefined);
    expect(await post(url, 150)).toMatchObject({
      answer: { kind: 'ambiguous', detail: expect.stringMatching(/timeout/i) },
    });
  });

  it('an answer that stops half-way is not known', async () => {
    const url = await serve((_, response) => response.writeHead(200, { 'content-length': '100' }).write('{"code"'));
    expect(await post(url, 150)).toMatchObject({ answer: { kind: 'ambiguous' } });
  });

  it('an answer that drips is cut off in time', async () => {
    let drip: NodeJS.Timeout | undefined;
    const url = await serve((_, response) => {
      response.writeHead(200);
      drip = setInterval(() => response.write(' '), 20);
    });
    const started = performance.now();
    expect(await post(url, 200)).toMatchObject({ answer: { kind: 'ambiguous' } });
    expect(performance.now() - started).toBeLessThan(1500);
    clearInterval(drip);
  });

  it('a line cut after the request is not known', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await post(url)).toMatchObject({ answer: { kind: 'ambiguous' } });
  });

  it('an endless answer is not read to its end', async () => {
    const url = await serve((_, response) => {
      response.on('error', () => undefined);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await post(url)).toMatchObject({ answer: { kind: 'ambiguous' } });
  });

  it('a redirect is not followed', async () => {
    let calls = 0;
    const url = await serve((_, response) => {
      calls += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await post(url)).toMatchObject({ answer: { kind: 'ambiguous' }, status: 307 });
    expect(calls).toBe(1);
  });

  it('nobody listens: nothing was sent', async () => {
    const probe = createTcpServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ answer: { kind: 'not-sent' } });
  });

  it.each(['http://no-such-host.invalid/', 'not an address'])('no such place: %s', async (url) => {
    expect(await post(url)).toMatchObject({ answer: { kind: 'not-sent' } });
  });

  it('no TLS where TLS is asked for: nothing was sent', async () => {
    const url = await serve((_, response) => response.end(ok));
    expect(await post(url.replace('http:', 'https:'))).toMatchObject({ answer: { kind: 'not-sent' } });
  });
});
