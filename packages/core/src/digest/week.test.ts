import { describe, expect, it } from 'vitest';
import { weekDue, weekFrom } from './week.ts';

const due = (now: string, zone: string) => weekDue(new Date(now), zone)?.key;

describe('the week a digest is about', () => {
  it('is due on Monday at nine by the merchant’s clock, for two days', () => {
    expect(due('2026-11-23T00:59:59Z', 'Asia/Shanghai')).toBeUndefined();
    expect(due('2026-11-23T01:00:00Z', 'Asia/Shanghai')).toBe('2026-11-16');
    expect(due('2026-11-25T01:00:00Z', 'Asia/Shanghai')).toBe('2026-11-16');
    expect(due('2026-11-25T01:00:01Z', 'Asia/Shanghai')).toBeUndefined();
    expect(due('2026-11-29T12:00:00Z', 'Asia/Shanghai')).toBeUndefined();
    expect(due('2026-11-23T16:59:00Z', 'America/Los_Angeles')).toBeUndefined();
    expect(due('2026-11-23T17:00:00Z', 'America/Los_Angeles')).toBe('2026-11-16');
  });

  it('goes from Monday to Monday by the merchant’s clock, through a change of the clocks', () => {
    expect(weekFrom('2026-11-16', 'Asia/Shanghai')).toEqual({
      key: '2026-11-16',
      last: '2026-11-22',
      from: new Date('2026-11-15T16:00:00Z'),
      to: new Date('2026-11-22T16:00:00Z'),
    });
    // Clocks go back on Sunday, 25 October 2026: the week has an hour more.
    const berlin = weekFrom('2026-10-19', 'Europe/Berlin');
    expect([berlin.from.toISOString(), berlin.to.toISOString()]).toEqual([
      '2026-10-18T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
    expect(weekFrom('2025-12-29', 'Asia/Kathmandu').from.toISOString()).toBe('2025-12-28T18:15:00.000Z');
  });
});
