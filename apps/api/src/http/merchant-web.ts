import type { Hono } from 'hono';
import type { HttpEnv } from './doors.ts';
import { createStaticFiles } from './static-files.ts';

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
    const file = await files.find(path);
    if (file) return files.answer(c, file, cache);
    if (HASHED.test(path) || FILE_NAME.test(path)) return c.notFound();
    const page = await files.find('/index.html');
    if (page) return files.answer(c, page, 'no-cache');
    return c.text('The merchant web has not been built. Run: npm run build -w @forewarn/merchant-web\n', 503);
  });
}
