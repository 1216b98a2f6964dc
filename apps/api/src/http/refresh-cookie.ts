import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { HttpContext } from './doors.ts';

/** `__Host-`: only over TLS, only for this host, only from the root path; browsers refuse the prefix without TLS. */
export interface RefreshCookie {
  read(c: HttpContext): string | undefined;
  /** `maxAge` in seconds; null: until the browser closes. */
  write(c: HttpContext, token: string, maxAge: number | null): void;
  clear(c: HttpContext): void;
}

export function createRefreshCookie(secure: boolean): RefreshCookie {
  const name = secure ? '__Host-rt' : 'rt';
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const;
  return {
    read: (c) => getCookie(c, name),
    write: (c, token, maxAge) => setCookie(c, name, token, { ...options, ...(maxAge !== null && { maxAge }) }),
    clear: (c) => {
      deleteCookie(c, name, options);
    },
  };
}
