/** Failures in a row after which nobody waits for the other side any more, and for how long until one call tries again. */
const FAILURES = 5;
const OPEN_MS = 30_000;

export interface Breaker {
  /** False: don't call now. True to one caller when it is time to try again. */
  may(): boolean;
  settle(failed: boolean): void;
}

/** Per process: a service that hangs costs each process five time-outs, then nothing (`reliability.md`, C-252). */
export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let openUntil = 0;
  return {
    may() {
      if (failures < FAILURES) return true;
      if (now() < openUntil) return false;
      // This caller tries; the others go on without until it is back.
      openUntil = now() + OPEN_MS;
      return true;
    },
    settle(failed) {
      failures = failed ? failures + 1 : 0;
      if (failed && failures >= FAILURES) openUntil = now() + OPEN_MS;
    },
  };
}
