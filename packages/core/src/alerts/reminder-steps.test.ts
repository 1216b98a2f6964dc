import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../kernel/effects.ts';
import { after, HOUR, MINUTE } from '../kernel/time.ts';
import { nextStep, REMINDER_STEPS, type ReminderStep, scheduleReminder, stepTime } from './reminder-steps.ts';

const createdTime = new Date('2026-11-22T00:00:00.000Z');
const alert = (hours: number) => ({ createdTime, deadline: after(createdTime, hours * HOUR) });

/** Every step a merchant would get who never answers. */
function all(timed: ReturnType<typeof alert>, from = createdTime): ReminderStep[] {
  const steps: ReminderStep[] = [];
  for (let next = nextStep(timed, from); next; next = nextStep(timed, next.at)) steps.push(next.step);
  return steps;
}

describe('the reminder ladder', () => {
  it('at 50 % and 80 % of the time, and two hours before the deadline', () => {
    const day = alert(24);
    expect(REMINDER_STEPS.map((step) => stepTime(step, day).toISOString())).toEqual([
      '2026-11-22T12:00:00.000Z',
      '2026-11-22T19:12:00.000Z',
      '2026-11-22T22:00:00.000Z',
    ]);
    expect(all(day)).toEqual(['HALF', 'LATE', 'LAST']);
  });

  it('an alert that comes late gets the steps that are still ahead', () => {
    expect(all(alert(24), after(createdTime, 20 * HOUR))).toEqual(['LAST']);
    expect(all(alert(24), after(createdTime, 24 * HOUR))).toEqual([]);
    expect(all(alert(1))).toEqual(['HALF', 'LATE']);
    expect(all(alert(8))).toEqual(['HALF', 'LAST', 'LATE']);
    expect(nextStep(alert(-1), createdTime)).toBeNull();
  });

  it('whatever the times, each step comes once, in order, never after the deadline', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 72 }), (minutes) => {
        const timed = { createdTime, deadline: after(createdTime, minutes * MINUTE) };
        const steps = all(timed);
        const times = steps.map((step) => stepTime(step, timed).getTime());
        expect(new Set(steps).size).toBe(steps.length);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(steps).toContain('LATE');
        expect(times.at(-1)).toBeLessThan(timed.deadline.getTime());
      }),
    );
  });

  it('a new deadline makes a reminder of its own', () => {
    const emitted: Effect[] = [];
    const row = { id: 7, merchantId: 3, ...alert(24) };
    scheduleReminder((effect) => emitted.push(effect), row, createdTime);
    scheduleReminder((effect) => emitted.push(effect), { ...row, deadline: after(row.deadline, HOUR) }, createdTime);
    expect(new Set(emitted.map(({ key }) => key)).size).toBe(2);
  });
});
