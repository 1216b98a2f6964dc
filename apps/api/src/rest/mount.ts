import { actorRef } from '@forewarn/core/kernel/actor';
import { AppError } from '@forewarn/core/kernel/errors';
import { toAppError } from '@forewarn/core/kernel/to-app-error';
import type { Hono } from 'hono';
import type { Doors, HttpContext, HttpEnv } from '../http/doors.ts';
import { failure, success } from '../http/envelope.ts';
import { perform, readVisit, type Visit } from '../http/perform.ts';
import { logError } from '../http/present-error.ts';
import { rateHeaders } from '../http/rate-headers.ts';
import { createDeviceCookie, createRefreshCookie } from '../http/refresh-cookie.ts';
import { mountDocs } from './docs.ts';
import { readFile } from './read-file.ts';
import { readInput } from './read-input.ts';
import { sendFile } from './send-file.ts';
import { type SessionDoor, sessionFailed, sessionInput, sessionOutput, signingDevice } from './session.ts';
import { fullPaths, METHODS, type Route } from './table.ts';
import { createUploadSlots, type UploadSlots } from './upload-slots.ts';
import { v1 } from './v1.ts';

/** Mounts every line of {@link v1} at its path and aliases; whatever else is asked below `/api` is answered in the envelope too. */
export function mountRest(app: Hono<HttpEnv>, doors: Doors): void {
  const door: SessionDoor = {
    publicOrigin: new URL(doors.config.publicUrl).origin,
    cookie: createRefreshCookie(doors.config.production),
    device: createDeviceCookie(doors.config.production),
  };
  const slots = createUploadSlots();
  mountDocs(app);
  for (const route of v1) {
    for (const path of fullPaths(route))
      app.on(route.method.toUpperCase(), honoPath(path), (c) => serve(c, route, doors, door, slots));
  }
  app.all('/api/*', (c) => {
    const allowed = METHODS.filter((method) =>
      v1.some((route) => route.method === method && matches(route, c.req.path)),
    );
    if (allowed.length > 0) c.header('Allow', allowed.join(', ').toUpperCase());
    return failure(c, new AppError(allowed.length > 0 ? 'METHOD_NOT_ALLOWED' : 'ROUTE_NOT_FOUND'));
  });
}

async function serve(
  c: HttpContext,
  route: Route,
  doors: Doors,
  door: SessionDoor,
  slots: UploadSlots,
): Promise<Response> {
  c.set('route', route.path);
  try {
    const visit = await readVisit(c, doors.core);
    const key = c.req.header('idempotency-key');
    if (key !== undefined && route.method !== 'get') visit.caller.idempotencyKey = key;
    const run = (input: unknown) =>
      perform(doors, visit, route.operation, input, (verdict) => {
        for (const [name, value] of rateHeaders(verdict)) c.header(name, value);
      });
    const { takesFile } = route;
    if (takesFile) {
      requireSomebody(visit);
      return success(c, await slots(actorRef(visit.caller.actor), async () => run(await readFile(c, takesFile))));
    }
    const input = await readInput(c, visit.caller.locale);
    const device = signingDevice(c, route.session, door);
    if (device !== undefined) visit.caller.device = device;
    const output = await run(sessionInput(c, route.session, input, door));
    return route.givesFile ? sendFile(c, output) : success(c, sessionOutput(c, route.session, output, door, device));
  } catch (error) {
    const appError = toAppError(error);
    sessionFailed(c, route.session, appError, door);
    logError(doors, appError, { requestId: c.get('requestId'), route: route.path });
    return failure(c, appError);
  }
}

/** Before megabytes are read for somebody who may not send them. */
function requireSomebody({ caller, problem }: Visit): void {
  if (problem) throw problem;
  if (caller.actor.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
}

/** Whether a request's body is a file, which has a limit of its own. */
export function isUpload(method: string, path: string): boolean {
  return UPLOADS.some((route) => route.method === method.toLowerCase() && matches(route, path));
}
const UPLOADS = v1.filter(({ takesFile }) => takesFile);

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function matches(route: Route, path: string): boolean {
  return fullPaths(route).some((full) => new RegExp(`^${full.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
}
