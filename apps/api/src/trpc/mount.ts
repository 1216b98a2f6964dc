import { AppError } from '@forewarn/core/kernel/errors';
import type { RateVerdict } from '@forewarn/core/ports/rate-counter';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Hono } from 'hono';
import type { Doors, HttpEnv } from '../http/doors.ts';
import { failure } from '../http/envelope.ts';
import { readVisit } from '../http/perform.ts';
import { logError } from '../http/present-error.ts';
import { rateHeaders, tighter } from '../http/rate-headers.ts';
import { fromTrpcError } from './errors.ts';
import type { TrpcContext } from './expose.ts';
import { appRouter } from './router.ts';

const ENDPOINT = '/api/trpc';
/** In one batch: more than any page asks for at once. */
const MOST_CALLS = 50;

export function mountTrpc(app: Hono<HttpEnv>, doors: Doors): void {
  app.all(`${ENDPOINT}/*`, async (c) => {
    const path = c.req.path.slice(ENDPOINT.length + 1);
    if (path.split(',').length > MOST_CALLS) return failure(c, new AppError('MALFORMED_BODY'));
    let rate: RateVerdict | undefined;
    const context: TrpcContext = {
      doors,
      visit: await readVisit(c, doors.core),
      onRate: (verdict) => {
        rate = tighter(rate, verdict);
      },
    };
    c.set('route', routeOf(path));
    const answer = await fetchRequestHandler({
      endpoint: ENDPOINT,
      req: c.req.raw,
      router: appRouter,
      createContext: () => context,
      onError: ({ error, path }) =>
        logError(doors, fromTrpcError(error), { requestId: c.get('requestId'), route: `trpc/${path ?? ''}` }),
    });
    for (const [name, value] of rate ? rateHeaders(rate) : []) answer.headers.set(name, value);
    return answer;
  });
}

/** Names of procedures there are, never what a caller made up: metrics keep every name they once saw. */
function routeOf(path: string): string {
  if (path.includes(',')) return 'trpc/batch';
  return path in appRouter._def.procedures ? `trpc/${path}` : 'trpc';
}
