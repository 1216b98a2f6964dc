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
    c.set('route', routeOf(c.req.path.slice(ENDPOINT.length + 1)));
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

/** Names of procedures there are, never what a caller made up: metrics keep every name they once saw. */
function routeOf(path: string): string {
  if (path.includes(',')) return 'trpc/batch';
  return path in appRouter._def.procedures ? `trpc/${path}` : 'trpc';
}
