import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { HttpContext, HttpEnv } from './doors.ts';
import { createStaticFiles, type StaticFile, type StaticFiles } from './static-files.ts';

const PAGE = '/index.html';

/** Vite puts the content's hash into these names, so they never change. */
const HASHED = /^\/assets\//;

/** `/backup.sql`, `/.env`, `/alerts~`: no route of the app, and an answer of 200 would look like the file itself. */
const FILE_NAME = /[.~][^/]*$/;

/** The built merchant web at `/`; any path that isn't a file is the app's own route and gets its page. */
export function mountMerchantWeb(app: Hono<HttpEnv>, dir: string): void {
  const files = createStaticFiles(dir);
  app.get('*', async (c, next) => {
    const { path } = c.req;
    if (path.startsWith('/api/')) return next();
    c.set('route', 'static');
    const cache = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    const file = path === PAGE ? undefined : await files.find(path);
    if (file) return files.answer(c, file, cache);
    if (path !== PAGE && (HASHED.test(path) || FILE_NAME.test(path))) return c.notFound();
    const page = await files.find(PAGE);
    if (page) return answerPage(c, files, page);
    return c.text('The merchant web has not been built. Run: npm run build -w @forewarn/merchant-web\n', 503);
  });
}

const NONCE_PLACE = '__CSP_NONCE__';

/**
 * The page with a nonce of its own. A browser that has kept an older one keeps its policy too (a 304 carries none), so the two of
 * them still fit.
 */
async function answerPage(c: HttpContext, files: StaticFiles, page: StaticFile): Promise<Response> {
  const plain = files.answer(c, { ...page, bodies: { identity: page.bodies.identity } }, 'no-cache');
  if (plain.status !== 200) return plain;
  const nonce = randomBytes(16).toString('base64');
  c.set('styleNonce', nonce);
  return new Response((await plain.text()).replaceAll(NONCE_PLACE, nonce), { headers: plain.headers });
}
