import { after, MINUTE } from '../kernel/time.ts';

/** */
export const FAILURES_TO_LOCK = 3;
export const LOCK_FOR = 30 * MINUTE;

export interface GuardState {
  /** Failures in a row. */
  failures: number;
  lockedUntil: Date | null;
}

export function isLocked(state: GuardState | undefined, now: Date): boolean {
  return state?.lockedUntil !== null && state?.lockedUntil !== undefined && state.lockedUntil > now;
}

/** A try during the lock doesn't prolong it; the first failure after it counts as the first. */
export function afterFailure(state: GuardState, now: Date): GuardState {
  if (isLocked(state, now)) return state;
  const failures = (state.lockedUntil === null ? state.failures : 0) + 1;
  return { failures, lockedUntil: failures >= FAILURES_TO_LOCK ? after(now, LOCK_FOR) : null };
}
