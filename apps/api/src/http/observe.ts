import type { AddressList } from '@forewarn/core/kernel/address-list';
import type { MiddlewareHandler } from 'hono';
import { clientAddress, clientCountry } from './client-address.ts';
import type { Doors, HttpEnv } from './doors.ts';

const SANE_ID = /^[\w.:-]{8,40}$/;

/** Too many to tell each of them. */
const QUIET = /^(static|webhook)/;

/**
 * The first of all: request id (the caller's when it is sane), address, one log line and the metrics of each request.
 * The id is in every answer and in every log line that belongs to it.
 */
export function observe({ config, log, metrics }: Doors, proxies: AddressList): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const started = performance.now();
    const given = c.req.header('x-request-id');
    const requestId = given && SANE_ID.test(given) ? given : crypto.randomUUID();
    c.set('requestId', requestId);
    const socket = c.env?.incoming?.socket.remoteAddress;
    c.set('ip', clientAddress(socket, c.req.header('x-forwarded-for'), proxies));
    const country = config.countryHeader && c.req.header(config.countryHeader);
    c.set('country', clientCountry(socket, country, proxies));
    c.set('route', 'other');
    c.set('actor', 'anonymous');
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    const { status } = c.res;
    const seconds = (performance.now() - started) / 1000;
    const route = c.get('route');
    metrics.count('http_requests_total', { method: c.req.method, route, status: String(status) });
    metrics.observe('http_request_duration_seconds', seconds, { route });
    const line = {
      requestId,
      method: c.req.method,
      route,
      status,
      ms: Math.round(seconds * 1000),
      ip: c.get('ip'),
      actor: c.get('actor'),
    };
    if (QUIET.test(route) && status < 400) log.debug(line, 'request');
    else log.info(line, 'request');
  };
}
