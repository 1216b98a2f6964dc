import type { CircuitRecord } from './circuit-store.ts';

export interface BreakerSettings {
  /** Failures in a row that open it. */
  failures: number;
  /** How long it stays open before one call is let through, in ms. */
  openMs: number;
}

export type Admission = { allowed: true } | { allowed: false; retryAfter: number };

export interface Breaker {
  /** Asked before each call; whoever is admitted reports back. */
  admit(): Admission;
  /** The other side answered, whatever it said. */
  success(): void;
  failure(error: string): void;
  /** Neither: the answer spoke of us (credentials, limits), not of the other side's health. */
  neutral(): void;
}

/** A probe whose outcome never came is given up after this, so that a lost one can't keep the breaker half open for ever. */
const PROBE_MS = 60_000;

/**
 * A circuit breaker of this process: opens after so many failures in a row, then fails fast; after a while one call is let
 * through, which closes it or opens it again. `changed` is told of every change, and once of the first outcome, so that what an earlier
 * process left behind is put right.
 */
export function createBreaker(
  { failures: limit, openMs }: BreakerSettings,
  now: () => Date,
  changed: (record: CircuitRecord) => void,
): Breaker {
  let state: CircuitRecord['state'] = 'CLOSED';
  let failures = 0;
  let openUntil = 0;
  let probeUntil = 0;
  let told = false;

  function become(next: CircuitRecord['state'], error: string | null): void {
    if (told && state === next && next !== 'OPEN') return;
    state = next;
    told = true;
    changed({ state, failures, at: now(), retryTime: next === 'OPEN' ? new Date(openUntil) : null, error });
  }

  return {
    admit() {
      const at = now().getTime();
      if (state === 'CLOSED') return { allowed: true };
      if (state === 'OPEN' && at < openUntil) return { allowed: false, retryAfter: openUntil - at };
      if (state === 'HALF_OPEN' && at < probeUntil)
        return { allowed: false, retryAfter: Math.min(openMs, probeUntil - at) };
      probeUntil = at + PROBE_MS;
      become('HALF_OPEN', null);
      return { allowed: true };
    },
    success() {
      failures = 0;
      become('CLOSED', null);
    },
    failure(error) {
      failures += 1;
      if (state === 'CLOSED' && failures < limit) return;
      // A straggler admitted before it opened doesn't prolong it.
      if (state === 'OPEN') return;
      openUntil = now().getTime() + openMs;
      become('OPEN', error);
    },
    neutral() {
      // The other side answers: a probe that came so far has shown what it was to show.
      if (state === 'HALF_OPEN') {
        failures = 0;
        become('CLOSED', null);
      }
    },
  };
}
