import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpEnv } from './doors.ts';
import { securityHeaders } from './headers.ts';
import { mountMerchantWeb } from './merchant-web.ts';

const root = mkdtempSync(join(tmpdir(), 'web-'));
const dist = join(root, 'dist');
const script = `console.log(1);\n${'// padding\n'.repeat(200)}`;
beforeAll(() => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(
    join(dist, 'index.html'),
    '<!doctype html><title>page</title><meta name="csp-nonce" content="__CSP_NONCE__">',
  );
  writeFileSync(join(dist, 'assets', 'app-1a2b.js'), script);
  writeFileSync(join(root, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(root, { recursive: true }));

function ask(path: string, headers: Record<string, string> = {}, dir = dist) {
  const app = new Hono<HttpEnv>();
  app.use(securityHeaders(true));
  mountMerchantWeb(app, dir);
  return app.request(path, { headers });
}

describe('the merchant web on the API’s own origin', () => {
  it.each(['/', '/alerts', '/alerts/123?tab=x', '/deep/link'])('answers %s with its page', async (path) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('<title>page');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('runs own scripts alone and in nobody’s frame', async () => {
    const { headers } = await ask('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  it('gives each page a nonce for its styles, the same in page and policy', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/index.html', '/alerts']) {
      const answer = await ask(path);
      const nonce = /content="([\w+/=]{24})"/.exec(await answer.text())?.[1] ?? '';
      expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('keeps hashed files for ever, compressed as the browser likes', async () => {
    const [br, gz, plain] = await Promise.all([
      ask('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, deflate, br' }),
      ask('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' }),
      ask('/assets/app-1a2b.js'),
    ]);
    expect(br.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(br.headers.get('vary')).toBe('Accept-Encoding');
    expect([br, gz, plain].map((answer) => answer.headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
    expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(script);
    expect(gunzipSync(await gz.arrayBuffer()).toString()).toBe(script);
    expect(await plain.text()).toBe(script);
  });

  it('leaves the policy of a page the browser has kept alone: on a 304 it would replace it', async () => {
    const etag = (await ask('/')).headers.get('etag') ?? '';
    const answer = await ask('/', { 'if-none-match': etag });
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([304, null]);
  });

  it('answers 304 to who has it, and something new once the file has changed', async () => {
    const first = await ask('/');
    const etag = first.headers.get('etag') ?? '';
    expect((await ask('/', { 'if-none-match': etag })).status).toBe(304);
    expect((await ask('/', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each(['/backup.sql', '/.env', '/.git/config.bak', '/alerts~', '/alerts.old', '/wp-login.php'])(
    'answers 404 for a file there is not, instead of the page: %s',
    async (path) => expect((await ask(path)).status).toBe(404),
  );

  it('answers 404 for a hashed file there is not, instead of the page', async () => {
    expect((await ask('/assets/old-0000.js')).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2f..%2fsecret.txt',
    '/%00',
    '/%ff',
  ])('never leaves its directory: %s', async (path) => {
    expect(await (await ask(path)).text()).not.toContain('secret');
  });

  it('says what to do when it has not been built', async () => {
    const answer = await ask('/', {}, join(root, 'absent'));
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });
});
