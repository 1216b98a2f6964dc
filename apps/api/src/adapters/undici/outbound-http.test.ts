import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutboundHttp } from './outbound-http.ts';

interface Inner {
  port: number;
  seen: string[];
  stop(): Promise<void>;
}

/** A server on this machine: what must never be reached by a merchant's address. */
async function inner(listener: RequestListener): Promise<Inner> {
  const seen: string[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(request.url ?? '');
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    seen,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

let secret: Inner;
beforeAll(async () => {
  secret = await inner((_request, response) => response.end('secret'));
});
afterAll(() => secret.stop());

const post = (http: ReturnType<typeof createOutboundHttp>, url: string) => http.post({ url, body: '{}' });

describe('SSRF: what a merchant enters reaches no network of ours', () => {
  it.each([
    'http://hooks.slack.com/services/a/b/c',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://user:password@example.com/x',
    'ftp://example.com/x',
    'file:///etc/passwd',
    'nothing',
  ])('%s is not called', async (url) => {
    const http = createOutboundHttp({ resolve: () => Promise.reject(new Error('nobody may be asked')) });
    expect(await post(http, url)).toMatchObject({ kind: 'forbidden' });
    await http.close();
  });

  it('a name that leads to this machine is refused before a line is opened', async () => {
    const http = createOutboundHttp({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
    const answer = await post(http, `https://inner.example.com:${secret.port}/x`);
    expect(answer).toMatchObject({ kind: 'forbidden', detail: expect.stringContaining('127.0.0.1') });
    expect(secret.seen).toEqual([]);
    await http.close();
  });

  it('one private address among public ones is enough', async () => {
    const found = [
      { address: '1.1.1.1', family: 4 },
      { address: 'fd00::1', family: 6 },
    ];
    const http = createOutboundHttp({ resolve: async () => found });
    expect(await post(http, 'https://mixed.example.com/')).toMatchObject({ kind: 'forbidden' });
    await http.close();
  });

  it('a name that changes its mind (rebinding) is asked once a line, and the line goes where the check looked', async () => {
    const asked: string[] = [];
    const answers = ['192.0.2.77', '127.0.0.1'];
    const http = createOutboundHttp({
      timeoutMs: 1000,
      resolve: async (hostname) => {
        asked.push(hostname);
        return [{ address: answers[asked.length - 1] ?? '127.0.0.1', family: 4 }];
      },
    });
    // TEST-NET isn't public either; what matters is that the second, inner answer is checked anew and never used unchecked.
    expect(await post(http, `https://rebind.example.com:${secret.port}/`)).toMatchObject({ kind: 'forbidden' });
    expect(await post(http, `https://rebind.example.com:${secret.port}/`)).toMatchObject({ kind: 'forbidden' });
    expect(asked).toHaveLength(2);
    expect(secret.seen).toEqual([]);
    await http.close();
  });

  it('the line is opened to the checked address, whatever the resolver would say next', async () => {
    let asked = 0;
    const http = createOutboundHttp({
      // Nobody listens at 127.0.0.2; had the name been looked up again, the server at 127.0.0.1 would have been reached.
      allowed: (address) => address === '127.0.0.2',
      resolve: async () => [{ address: asked++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }],
    });
    const answer = await post(http, `https://pinned.example.com:${secret.port}/`);
    expect(answer).toMatchObject({ kind: 'not-sent', detail: expect.stringContaining('127.0.0.2') });
    expect(asked).toBe(1);
    expect(secret.seen).toEqual([]);
    await http.close();
  });

  it('a name that nobody knows was never reached', async () => {
    const http = createOutboundHttp({
      resolve: () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
    });
    expect(await post(http, 'https://nobody.example.com/')).toMatchObject({ kind: 'not-sent' });
    await http.close();
  });
});

describe('a host that is named on purpose', () => {
  const open = (port: number, more: object = {}) =>
    createOutboundHttp({ extraHosts: [`127.0.0.1:${port}`], allowHttp: true, ...more });

  it('is called, but by http only where that is allowed, and only at its port', async () => {
    const own = await inner((_request, response) => response.end('ok'));
    const allowed = open(own.port);
    expect(await post(allowed, `http://127.0.0.1:${own.port}/a`)).toMatchObject({ kind: 'answered', text: 'ok' });
    expect(await post(allowed, `http://127.0.0.1:${secret.port}/a`)).toMatchObject({ kind: 'forbidden' });
    const strict = open(own.port, { allowHttp: false });
    expect(await post(strict, `http://127.0.0.1:${own.port}/b`)).toMatchObject({ kind: 'forbidden' });
    expect(own.seen).toEqual(['/a']);
    await Promise.all([allowed.close(), strict.close(), own.stop()]);
  });

  it('a redirect is an answer and isn’t followed', async () => {
    const own = await inner((_request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${secret.port}/stolen` }).end();
    });
    const http = open(own.port);
    expect(await post(http, `http://127.0.0.1:${own.port}/`)).toMatchObject({ kind: 'answered', status: 302 });
    expect(secret.seen).toEqual([]);
    await Promise.all([http.close(), own.stop()]);
  });

  it('an answer beyond 64 KiB and one that doesn’t come are cut off', async () => {
    const flood = await inner((_request, response) => response.end('x'.repeat(70_000)));
    const silent = createNetServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const http = createOutboundHttp({
      extraHosts: [`127.0.0.1:${flood.port}`, `127.0.0.1:${port}`],
      allowHttp: true,
      timeoutMs: 300,
    });
    expect(await post(http, `http://127.0.0.1:${flood.port}/`)).toMatchObject({ kind: 'unknown' });
    expect(await post(http, `http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'unknown' });
    silent.close();
    await Promise.all([http.close().catch(() => undefined), flood.stop()]);
  });

  it('a closed port was never reached', async () => {
    const gone = await inner(() => undefined);
    await gone.stop();
    const http = open(gone.port);
    expect(await post(http, `http://127.0.0.1:${gone.port}/`)).toMatchObject({ kind: 'not-sent' });
    await http.close();
  });
});
