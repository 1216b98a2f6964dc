import { isDeviceId } from '@forewarn/core/accounts';
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

/** 400 days: as long as browsers keep any cookie. */
const DEVICE_MAX_AGE = 400 * 24 * 3600;

/** The device's id: random, httpOnly, sent to nobody else; it opens nothing by itself. */
export interface DeviceCookie {
  read(c: HttpContext): string | undefined;
  write(c: HttpContext, id: string): void;
}

export function createDeviceCookie(secure: boolean): DeviceCookie {
  const name = secure ? '__Host-device' : 'device';
  return {
    read(c) {
      const id = getCookie(c, name);
      return isDeviceId(id) ? id : undefined;
    },
    write: (c, id) =>
      setCookie(c, name, id, { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: DEVICE_MAX_AGE }),
  };
}
