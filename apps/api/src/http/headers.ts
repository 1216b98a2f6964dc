import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { HttpEnv } from './doors.ts';

/** Pages: own scripts and styles only. Mantine writes its theme as `<style>` elements, which carry the page's nonce. */
const pagePolicy = (nonce: string | undefined) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

export function securityHeaders(secure: boolean): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    const page = headers.get('content-type')?.startsWith('text/html') ?? false;
    // A 304 has no type of its own: the browser would put the policy for data on the page it has kept, and blank it.
    if (c.res.status !== 304)
      headers.set('Content-Security-Policy', page ? pagePolicy(c.get('styleNonce')) : DATA_POLICY);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (secure) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (!headers.has('cache-control')) headers.set('Cache-Control', 'no-store');
  };
}

/** Pages of other origins, by exact list, with bearer tokens and never with cookies. */
export function crossOrigin(allowed: readonly string[]): MiddlewareHandler<HttpEnv> {
  return cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Accept-Language',
      'Idempotency-Key',
      'X-Client',
      'X-Request-Id',
      'Trpc-Accept',
    ],
    exposeHeaders: ['X-Request-Id', 'Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
    maxAge: 600,
  });
}
