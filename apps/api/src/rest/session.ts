import { newDeviceId } from '@forewarn/core/accounts';
import { SignedIn } from '@forewarn/core/accounts/model';
import { AppError } from '@forewarn/core/kernel/errors';
import type { HttpContext } from '../http/doors.ts';
import type { DeviceCookie, RefreshCookie } from '../http/refresh-cookie.ts';
import { isApiClient, requireSameOrigin } from '../http/same-origin.ts';
import type { Route } from './table.ts';

/** Programs (`X-Client: api`) get the refresh token in the body, browsers in a cookie that their scripts can't read. */
export const RestSignedIn = SignedIn.omit({ refreshExpiresIn: true }).partial({ refreshToken: true });

export interface SessionDoor {
  publicOrigin: string;
  cookie: RefreshCookie;
  device: DeviceCookie;
}

type Input = Record<string, unknown>;

/** The browser's device, or a new one: known once the sign-in has succeeded. Programs say theirs by `X-Device`. */
export function signingDevice(c: HttpContext, kind: Route['session'], door: SessionDoor): string | undefined {
  if (kind !== 'open' || isApiClient(c)) return undefined;
  return door.device.read(c) ?? newDeviceId();
}

/** Before the operation: refuses other origins and takes the refresh token from the cookie where the body has none. */
export function sessionInput(c: HttpContext, kind: Route['session'], input: Input, door: SessionDoor): Input {
  if (kind === undefined || isApiClient(c)) return input;
  requireSameOrigin(c, door.publicOrigin);
  if (kind === 'open' || input.refreshToken !== undefined) return input;
  const refreshToken = door.cookie.read(c);
  if (kind === 'renew' && refreshToken === undefined) throw new AppError('UNAUTHENTICATED');
  return refreshToken === undefined ? input : { ...input, refreshToken };
}

/** After it: moves the refresh token into the cookie, or clears that. */
export function sessionOutput(
  c: HttpContext,
  kind: Route['session'],
  output: unknown,
  door: SessionDoor,
  device?: string,
): unknown {
  if (kind === undefined) return output;
  if (kind === 'close') {
    if (!isApiClient(c)) door.cookie.clear(c);
    return output;
  }
  const { refreshToken, refreshExpiresIn, ...shown } = SignedIn.parse(output);
  if (isApiClient(c)) return { ...shown, refreshToken };
  door.cookie.write(c, refreshToken, refreshExpiresIn);
  if (device !== undefined) door.device.write(c, device);
  return shown;
}

/** A session that is over leaves no cookie behind. */
export function sessionFailed(c: HttpContext, kind: Route['session'], error: AppError, door: SessionDoor): void {
  if (kind === 'renew' && error.code === 'SESSION_ENDED' && !isApiClient(c)) door.cookie.clear(c);
}
