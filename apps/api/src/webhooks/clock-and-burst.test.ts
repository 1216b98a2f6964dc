import { DELIVERY_FLAG } from '@forewarn/core/deliveries/model';
import { DAY, HOUR, MINUTE, SECOND } from '@forewarn/core/kernel/time';
import { describe, expect, it } from 'vitest';
import { createBurstLimit } from './burst-limit.ts';
import { judgeClock } from './receiver.ts';

const now = new Date('2026-11-22T03:00:00Z');

describe('A-353 the clock of a push', () => {
  it.each([
    ['now', 0, 'normal'],
    ['five minutes ago', -5 * MINUTE, 'normal'],
    ['five minutes ahead', 5 * MINUTE, 'normal'],
    ['a millisecond more ago', -5 * MINUTE - 1, 'late'],
    ['an hour ago', -HOUR, 'late'],
    ['24 hours ago', -DAY, 'late'],
    ['a millisecond more than 24 hours ago', -DAY - 1, 'stale'],
    ['five minutes and a millisecond ahead', 5 * MINUTE + 1, 'stale'],
    ['a year ahead', 365 * DAY, 'stale'],
  ])('signed %s: %s', (_, shift, expected) => {
    const flags = { normal: 0, late: DELIVERY_FLAG.LATE, stale: DELIVERY_FLAG.STALE }[expected];
    expect(judgeClock(new Date(now.getTime() + shift), now)).toBe(flags);
  });

  it('a scheme that signs no time is never late', () => {
    expect(judgeClock(null, now)).toBe(0);
  });
});

describe('A-107 A-355 the burst limit', () => {
  it('lets so many through in a window, says how long to wait, and starts afresh', () => {
    let at = 1000;
    const limit = createBurstLimit({ calls: 3, seconds: 10 }, () => at);
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 10]);
    at += 9 * SECOND + 1;
    expect(limit.take('a')).toBe(1);
    at += SECOND;
    expect(limit.take('a')).toBe(0);
  });

  it('counts each address for itself', () => {
    const limit = createBurstLimit({ calls: 1, seconds: 10 }, () => 0);
    expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([0, 0, 10]);
  });

  it('a clock set back does not lock anybody out', () => {
    let at = 1_000_000;
    const limit = createBurstLimit({ calls: 1, seconds: 10 }, () => at);
    limit.take('a');
    at = 0;
    expect(limit.take('a')).toBe(0);
  });

  it('keeps no more than so many addresses', () => {
    const limit = createBurstLimit({ calls: 1, seconds: 10 }, () => 0);
    for (let n = 0; n < 25_000; n++) expect(limit.take(`address-${n}`)).toBe(0);
  });
});
