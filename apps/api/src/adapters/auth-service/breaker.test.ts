import { expect, it } from 'vitest';
import { createBreaker } from './breaker.ts';

it('C-252 five failures in a row keep everybody from calling for 30 seconds, then one tries', () => {
  let at = 0;
  const breaker = createBreaker(() => at);
  for (let i = 0; i < 4; i++) breaker.settle(true);
  breaker.settle(false);
  for (let i = 0; i < 5; i++) {
    expect(breaker.may()).toBe(true);
    breaker.settle(true);
  }
  expect(breaker.may()).toBe(false);
  at += 30_000;
  expect([breaker.may(), breaker.may()]).toEqual([true, false]);
  breaker.settle(true);
  at += 29_999;
  expect(breaker.may()).toBe(false);
  at += 1;
  expect(breaker.may()).toBe(true);
  breaker.settle(false);
  expect([breaker.may(), breaker.may()]).toEqual([true, true]);
});
