import { after, DAY, HOUR, SECOND } from '../kernel/time.ts';

/** How long a spent refresh token still gets an answer: the response got lost, or two tabs asked at once. */
export const GRACE = 10 * SECOND;

/** "Remember me" lasts 30 days, else the session ends with the working day. */
export function sessionEnd(remember: boolean, now: Date): Date {
  return after(now, remember ? 30 * DAY : 12 * HOUR);
}

export type TokenVerdict = 'spend' | 'again' | 'reused' | 'refuse';

/**
 * `spend`: first use. `again`: within the grace; the successor can't be shown again (only its hash is kept), so another one is issued.
 * `reused`: somebody else has a copy: the session ends. `refuse`: over anyway.
 */
export function judgeToken(
  session: { revokedTime: Date | null; expiresTime: Date },
  token: { usedTime: Date | null; expiresTime: Date },
  now: Date,
): TokenVerdict {
  if (session.revokedTime !== null || session.expiresTime <= now || token.expiresTime <= now) return 'refuse';
  if (token.usedTime === null) return 'spend';
  return now.getTime() - token.usedTime.getTime() <= GRACE ? 'again' : 'reused';
}
