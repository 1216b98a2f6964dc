import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Hono } from 'hono';
import type { Doors, HttpEnv } from '../http/doors.ts';
import { readVisit } from '../http/perform.ts';
import { logError } from '../http/present-error.ts';
import { fromTrpcError } from './errors.ts';
import { appRouter } from './router.ts';

const ENDPOINT = '/api/trpc';

export function mountTrpc(app: Hono<HttpEnv>, { core, log }: Doors): void {
  app.all(`${ENDPOINT}/*`, async (c) => {
    const context = { core, visit: await readVisit(c, core) };
    c.set('route', c.req.path.slice(1, 200));
    return fetchRequestHandler({
      endpoint: ENDPOINT,
      req: c.req.raw,
      router: appRouter,
      createContext: () => context,
      onError: ({ error, path }) =>
        logError(log, fromTrpcError(error), { requestId: c.get('requestId'), route: `trpc/${path ?? ''}` }),
    });
  });
}
