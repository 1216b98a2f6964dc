import { expect, it } from 'vitest';
import { createBreaker } from './breaker.ts';
import type { CircuitRecord } from './circuit-store.ts';

function setUp() {
  let time = Date.parse('2026-11-22T00:00:00Z');
  const changes: CircuitRecord[] = [];
  const breaker = createBreaker(
    { failures: 3, openMs: 30_000 },
    () => new Date(time),
    (record) => changes.push(record),
  );
  const fail = (times: number) => {
    for (let n = 0; n < times; n++) if (breaker.admit().allowed) breaker.failure('500');
  };
  return {
    breaker,
    fail,
    changes,
    pass: (ms: number) => (time += ms),
    states: () => changes.map(({ state }) => state),
  };
}

it('X-023 opens after as many failures in a row as configured, and fails fast from then on', () => {
  const { breaker, fail, states, changes, pass } = setUp();
  fail(2);
  breaker.success();
  fail(2);
  expect(breaker.admit().allowed, 'a success in between starts the count anew').toBe(true);
  fail(1);
  expect(breaker.admit()).toEqual({ allowed: false, retryAfter: 30_000 });
  pass(10_000);
  expect(breaker.admit()).toEqual({ allowed: false, retryAfter: 20_000 });
  expect(states()).toEqual(['CLOSED', 'OPEN']);
  expect(changes.at(-1)).toMatchObject({ failures: 3, error: '500', retryTime: new Date('2026-11-22T00:00:30Z') });
});

it('X-023 one call is let through half open: its success closes, its failure opens for as long again', () => {
  const { breaker, fail, pass, states } = setUp();
  fail(3);
  pass(30_000);
  expect(breaker.admit().allowed).toBe(true);
  expect(breaker.admit().allowed, 'the others still wait').toBe(false);
  breaker.failure('timeout');
  expect(breaker.admit()).toEqual({ allowed: false, retryAfter: 30_000 });
  pass(30_000);
  expect(breaker.admit().allowed).toBe(true);
  breaker.success();
  expect([breaker.admit().allowed, breaker.admit().allowed]).toEqual([true, true]);
  expect(states()).toEqual(['OPEN', 'HALF_OPEN', 'OPEN', 'HALF_OPEN', 'CLOSED']);
});

it('X-023 a probe that never reports does not keep it half open for ever', () => {
  const { breaker, fail, pass } = setUp();
  fail(3);
  pass(30_000);
  breaker.admit();
  pass(59_000);
  expect(breaker.admit().allowed).toBe(false);
  pass(1000);
  expect(breaker.admit().allowed).toBe(true);
});

it('X-023 a refusal of our credentials or a limit says that the other side is there', () => {
  const { breaker, fail, pass } = setUp();
  fail(2);
  breaker.neutral();
  fail(1);
  expect(breaker.admit().allowed).toBe(false);
  pass(30_000);
  breaker.admit();
  breaker.neutral();
  expect(breaker.admit().allowed).toBe(true);
});
