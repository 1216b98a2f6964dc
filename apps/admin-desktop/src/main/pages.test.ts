import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentSecurityPolicy } from './csp.ts';
import { createPages } from './pages.ts';

let parent: string;
let root: string;

beforeAll(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'forewarn-pages-'));
  root = path.join(parent, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(path.join(root, 'assets', 'app-1234.js'), 'void 0');
  writeFileSync(path.join(parent, 'secret.json'), '{}');
});
afterAll(() => rmSync(parent, { recursive: true }));

function pages(server: string | null = 'https://forewarn.example', answer?: () => Promise<Response>) {
  const sent: { url: string; init: RequestInit }[] = [];
  const handle = createPages({
    root,
    server: () => server,
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer
        ? answer()
        : Response.json({ ok: true }, { headers: { 'Set-Cookie': 'rt=1', 'X-Request-Id': 'r1' } });
    },
  });
  return { sent, get: (url: string, init?: RequestInit) => handle(new Request(`app://forewarn${url}`, init)) };
}

test('desktop: the policy allows the app’s own scripts and origin, and nothing inline', () => {
  expect(contentSecurityPolicy('abc').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test('desktop: every route of the app gets the page with the policy and a nonce of its own', async () => {
  const { get } = pages();
  const nonces = new Set<string>();
  for (const url of ['/', '/index.html', '/alerts/123', '/queue?page=2']) {
    const answer = await get(url);
    const html = await answer.text();
    const nonce = /content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(4);
});

test('desktop: built files are served with their type; what isn’t there is 404', async () => {
  const { get } = pages();
  const script = await get('/assets/app-1234.js');
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect((await get('/assets/gone.js')).status).toBe(404);
});

test.each(['/../secret.json', '/%2e%2e/secret.json', '/assets/..%2f..%2fsecret.json', '/..%5csecret.json'])(
  'desktop: %s doesn’t leave the built folder',
  async (url) => {
    expect((await pages().get(url)).status).toBe(404);
  },
);

test('desktop: API calls go to the configured server without cookies, Origin or unknown headers', async () => {
  const { get, sent } = pages();
  const answer = await get('/api/v1/auth/login?x=1', {
    method: 'POST',
    body: '{"a":1}',
    headers: { 'X-Client': 'api', Cookie: 'rt=2', 'X-Other': '1', 'Content-Type': 'application/json' },
  });
  const [{ url, init } = { url: '', init: {} }] = sent;
  expect(url).toBe('https://forewarn.example/api/v1/auth/login?x=1');
  expect(Object.fromEntries(new Headers(init.headers))).toEqual({
    'content-type': 'application/json',
    'x-client': 'api',
  });
  expect([init.credentials, init.redirect, new TextDecoder().decode(init.body as ArrayBuffer)]).toEqual([
    'omit',
    'error',
    '{"a":1}',
  ]);
  expect([answer.status, answer.headers.get('set-cookie'), answer.headers.get('x-request-id')]).toEqual([
    200,
    null,
    'r1',
  ]);
});

test('desktop: a server that can’t be reached is told apart from its answers', async () => {
  const down = await pages('https://forewarn.example', () => Promise.reject(new TypeError('fetch failed'))).get(
    '/api/v1/x',
  );
  expect([down.status, down.headers.get('x-forewarn-desktop')]).toEqual([502, 'SERVER_UNREACHABLE']);
  const unset = await pages(null).get('/api/trpc/auth.me');
  expect([unset.status, unset.headers.get('x-forewarn-desktop')]).toEqual([502, 'SERVER_NOT_SET']);
});

test('desktop: only the API’s paths are forwarded', async () => {
  const { get, sent } = pages();
  for (const url of ['/metrics', '/api/', '/apix/v1/a', '/.env']) await get(url);
  expect((await get('/queue', { method: 'POST', body: 'x' })).status).toBe(405);
  expect(sent).toEqual([]);
});
