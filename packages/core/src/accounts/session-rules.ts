import { after, DAY, HOUR, MINUTE, SECOND } from '../kernel/time.ts';
import type { Realm } from './model.ts';

/** How long a spent refresh token still gets an answer: the response got lost, or two tabs asked at once. */
export const GRACE = 10 * SECOND;

/** A session nobody has used for so long is over, whatever else it might still last (C-264). What a timer asks isn't use. */
export const IDLE: Record<Realm, number> = { staff: 30 * MINUTE, merchant: 7 * DAY };

/** Live sessions of one person; the one used longest ago gives way to the eleventh (C-264). */
export const SESSIONS_AT_MOST = 10;

/** How exactly use is noted, so that it costs one write a minute. */
export const TOUCH_EVERY = MINUTE;

/** "Remember me" lasts 30 days, else the session ends with the working day. */
export function sessionEnd(remember: boolean, now: Date): Date {
  return after(now, remember ? 30 * DAY : 12 * HOUR);
}

export interface SessionState {
  realm: Realm;
  revokedTime: Date | null;
  expiresTime: Date;
  lastSeenTime: Date;
}

export function isLive({ realm, revokedTime, expiresTime, lastSeenTime }: SessionState, now: Date): boolean {
  return revokedTime === null && expiresTime > now && after(lastSeenTime, IDLE[realm]) > now;
}

export type TokenVerdict = 'spend' | 'again' | 'reused' | 'refuse';

/**
 * `spend`: first use. `again`: within the grace; the successor can't be shown again (only its hash is kept), so another one is issued.
 * `reused`: somebody else has a copy: the session ends. `refuse`: over anyway.
 */
export function judgeToken(
  session: SessionState,
  token: { usedTime: Date | null; expiresTime: Date },
  now: Date,
): TokenVerdict {
  if (!isLive(session, now) || token.expiresTime <= now) return 'refuse';
  if (token.usedTime === null) return 'spend';
  return now.getTime() - token.usedTime.getTime() <= GRACE ? 'again' : 'reused';
}
