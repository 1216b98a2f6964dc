import { after, MINUTE } from '../kernel/time.ts';
import type { NotifyWindow } from './model.ts';

const DAY_MINUTES = 24 * 60;
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Minutes after midnight on a clock of the zone. */
function minuteOfDay(at: Date, timeZone: string): number {
  let clock = CLOCKS.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    CLOCKS.set(timeZone, clock);
  }
  const part = (type: 'hour' | 'minute') =>
    Number(clock.formatToParts(at).find((found) => found.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}

export function toMinutes(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export function fromMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `now` inside the window, else its next start. Both ends are times of the zone's own clock, summer time and all. */
export function nextOpening(now: Date, window: NotifyWindow | null, timeZone: string): Date {
  if (!window) return now;
  const start = toMinutes(window.start);
  const end = toMinutes(window.end);
  const minute = minuteOfDay(now, timeZone);
  const open = start < end ? minute >= start && minute < end : minute >= start || minute < end;
  if (open) return now;
  const wait = (start - minute + DAY_MINUTES) % DAY_MINUTES;
  const whole = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
  const opening = after(whole, wait * MINUTE);
  // Where the clock was changed on the way, the start is as much earlier or later.
  const off = start - minuteOfDay(opening, timeZone);
  const shift = off > DAY_MINUTES / 2 ? off - DAY_MINUTES : off < -DAY_MINUTES / 2 ? off + DAY_MINUTES : off;
  const corrected = after(opening, shift * MINUTE);
  // A start that the clock jumps over: the hour after it.
  return corrected > now ? corrected : opening;
}
