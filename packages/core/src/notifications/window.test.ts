import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../kernel/time.ts';
import { fromMinutes, nextOpening } from './window.ts';

const at = (text: string) => new Date(text);
const opening = (now: string, window: { start: string; end: string } | null, zone = 'Asia/Shanghai') =>
  nextOpening(at(now), window, zone).toISOString();

describe('A-087 A-375 the hours in which a merchant is told', () => {
  const day = { start: '08:00', end: '22:00' };
  const night = { start: '22:00', end: '06:00' };

  it('without hours a mail leaves at any time', () => {
    expect(opening('2026-11-22T19:00:00.000Z', null)).toBe('2026-11-22T19:00:00.000Z');
  });

  it.each([
    ['inside', '2026-11-22T03:00:00.000Z', day, '2026-11-22T03:00:00.000Z'],
    ['at their start', '2026-11-22T00:00:00.000Z', day, '2026-11-22T00:00:00.000Z'],
    ['at their end: closed', '2026-11-22T14:00:00.000Z', day, '2026-11-23T00:00:00.000Z'],
    ['before them', '2026-11-21T23:10:30.000Z', day, '2026-11-22T00:00:00.000Z'],
    ['past midnight, inside', '2026-11-22T21:59:00.000Z', night, '2026-11-22T21:59:00.000Z'],
    ['past midnight, outside', '2026-11-22T22:00:00.000Z', night, '2026-11-23T14:00:00.000Z'],
  ])('%s', (_case, now, window, expected) => {
    expect(opening(now, window)).toBe(expected);
  });

  it('keeps the clock of the zone when summer time begins and ends', () => {
    // Berlin: 29 March 2026 the hour after 01:59 is 03:00; 25 October 02:00–02:59 comes twice.
    expect(opening('2026-03-28T22:00:00.000Z', day, 'Europe/Berlin')).toBe('2026-03-29T06:00:00.000Z');
    expect(opening('2026-10-24T21:00:00.000Z', day, 'Europe/Berlin')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('the opening is never in the past, at most a day and an hour away, and is open itself', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true }),
        minute,
        minute,
        zone,
        (now, start, end, timeZone) => {
          fc.pre(start !== end);
          const window = { start: fromMinutes(start), end: fromMinutes(end) };
          const next = nextOpening(now, window, timeZone);
          expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(DAY + 3_600_000);
        },
      ),
      { numRuns: 300 },
    );
  });
});
