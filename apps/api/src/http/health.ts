import type { Hono } from 'hono';
import type { Doors, HttpEnv } from './doors.ts';

/** `/healthz`: the process answers. `/readyz`: so does what it can't work without. */
export function mountHealth(app: Hono<HttpEnv>, { unready }: Pick<Doors, 'unready'>): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const missing = await unready();
    return missing.length === 0 ? c.json({ status: 'ready' }) : c.json({ status: 'unready', missing }, 503);
  });
}
