import { AppError } from '@forewarn/core/kernel/errors';
import type { HttpContext } from './doors.ts';

/**
 * For the calls that set or use the refresh cookie: refuses them from pages of other origins. Browsers say where a request comes from
 * (`Sec-Fetch-Site`; older ones by `Origin`); a program that says neither holds no cookies of anybody. Errors: `ORIGIN_NOT_ALLOWED`.
 */
export function requireSameOrigin(c: HttpContext, publicOrigin: string): void {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const host = c.req.header('host');
  const same =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined || origin === publicOrigin || origin === `http://${host}` || origin === `https://${host}`;
  if (!same) throw new AppError('ORIGIN_NOT_ALLOWED');
}

/** A program, not a page: it wants the refresh token in the body and no cookie. A foreign page can't send this header without CORS. */
export function isApiClient(c: HttpContext): boolean {
  return c.req.header('x-client')?.toLowerCase() === 'api';
}
