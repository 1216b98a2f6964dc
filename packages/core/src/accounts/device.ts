import { createHash, randomBytes } from 'node:crypto';
import type { Caller } from '../kernel/context.ts';
import { networkOf } from '../security-events/index.ts';

/** 256 random bits, base64url: what a browser keeps in a cookie, a program sends as `X-Device`. */
export function newDeviceId(): string {
  return randomBytes(32).toString('base64url');
}

const DEVICE_ID = /^[\w-]{43}$/;

export function isDeviceId(text: string | undefined): text is string {
  return text !== undefined && DEVICE_ID.test(text);
}

export interface Device {
  /** Stored instead of the id. */
  hash: Buffer;
  /** It showed an id that can't be guessed. Else it is what it looks like (program and network): good for a notice, not for a lock. */
  proven: boolean;
}

export function deviceOf({ device, userAgent, ip }: Pick<Caller, 'device' | 'userAgent' | 'ip'>): Device {
  const proven = isDeviceId(device);
  const name = proven ? `device:${device}` : `looks:${networkOf(ip)}|${userAgent}`;
  return { hash: createHash('sha256').update(name).digest(), proven };
}
