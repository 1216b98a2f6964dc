/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Date;
  advance(milliseconds: number): void;
  set(at: Date | string): void;
}

export function testClock(start: Date | string = '2026-11-22T03:00:00.000Z'): TestClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance(milliseconds) {
      at += milliseconds;
    },
    set(next) {
      at = new Date(next).getTime();
    },
  };
}
