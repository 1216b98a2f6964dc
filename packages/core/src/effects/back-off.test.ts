import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../kernel/time.ts';
import { backOff } from './back-off.ts';

const now = new Date('2026-11-22T03:00:00Z');
const pause = (attempt: number, random: number) => backOff(now, attempt, () => random).getTime() - now.getTime();

describe('A-374 when to try again', () => {
  it.each([
    [1, 5 * SECOND],
    [2, 30 * SECOND],
    [3, 2 * MINUTE],
    [4, 10 * MINUTE],
    [5, 30 * MINUTE],
    [6, 60 * MINUTE],
    [7, 120 * MINUTE],
    [50, 120 * MINUTE],
  ])('after %i tries', (attempt, expected) => {
    expect(pause(attempt, 0.5)).toBe(expected);
  });

  it('spreads by a fifth either way, never at once and never backwards', () => {
    const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), random, random, (attempt, one, other) => {
        const middle = pause(attempt, 0.5);
        expect(Math.abs(pause(attempt, one) - middle)).toBeLessThanOrEqual(middle / 5 + 1);
        expect(pause(attempt, one)).toBeGreaterThan(SECOND);
        if (attempt < 5) expect(pause(attempt + 1, other)).toBeGreaterThan(pause(attempt, one));
      }),
    );
  });
});
