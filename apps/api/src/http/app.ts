import { createAddressList } from '@forewarn/core/kernel/address-list';
import { AppError } from '@forewarn/core/kernel/errors';
import { toAppError } from '@forewarn/core/kernel/to-app-error';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isUpload, mountRest } from '../rest/mount.ts';
import { mountTrpc } from '../trpc/mount.ts';
import type { Doors, HttpContext, HttpEnv } from './doors.ts';
import { failure } from './envelope.ts';
import { crossOrigin, securityHeaders } from './headers.ts';
import { mountHealth } from './health.ts';
import { mountMerchantWeb } from './merchant-web.ts';
import { observe } from './observe.ts';
import { logError } from './present-error.ts';

const BODY_LIMIT = 1024 * 1024;

/**
 * The web process: doors and pages on one origin. `mounts` come before everything else, in a router of their own and without the
 * middleware of the doors: the webhook answers for itself, byte for byte and as fast as it can.
 */
export function createApp(doors: Doors, mounts: readonly ((app: Hono<HttpEnv>) => void)[] = []): Hono<HttpEnv> {
  const { config } = doors;
  const app = new Hono<HttpEnv>();
  app.use(securityHeaders(config.production));
  mountHealth(app, doors);
  app.use(observe(doors, createAddressList(config.trustProxy)));
  if (config.corsOrigins.length > 0) app.use('/api/*', crossOrigin(config.corsOrigins));
  const limited = bodyLimit({ maxSize: BODY_LIMIT, onError: tooLarge });
  // The upload of files limits itself, once it is known who sends.
  app.use('/api/*', (c, next) => (isUpload(c.req.method, c.req.path) ? next() : limited(c, next)));

  mountTrpc(app, doors);
  mountRest(app, doors);
  mountMerchantWeb(app, config.merchantWebDir);

  app.onError((error, c) => {
    const appError = toAppError(error);
    logError(doors, appError, { requestId: c.get('requestId'), route: c.get('route') });
    return failure(c, appError);
  });
  if (mounts.length === 0) return app;
  const front = new Hono<HttpEnv>();
  for (const mount of mounts) mount(front);
  front.notFound((c) => app.fetch(c.req.raw, c.env));
  return front;
}

/** The rest of the body is not read, so the connection can't be used again. */
function tooLarge(c: HttpContext): Response {
  c.header('Connection', 'close');
  return failure(c, new AppError('BODY_TOO_LARGE'));
}
