import { after, DAY, HOUR } from '../kernel/time.ts';

/** On Monday at nine, by the merchant's clock. */
const HOUR_DUE = 9;
/** Later than this it is no news any more (the worker stood still, or the merchant has just moved). */
const LATEST = 48 * HOUR;

export interface Week {
  /** Its Monday: `2026-11-16`. */
  key: string;
  /** Its Sunday. */
  last: string;
  /** From Monday's first moment to the next Monday's, by the merchant's clock. */
  from: Date;
  to: Date;
}

/** The week that has ended, from Monday 09:00 by the merchant's clock on and for two days; undefined at any other time. */
export function weekDue(now: Date, timeZone: string): Week | undefined {
  const today = localDate(now, timeZone);
  const monday = shiftDate(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  const due = instantOf(monday, HOUR_DUE, timeZone);
  if (now < due || now > after(due, LATEST)) return undefined;
  return weekFrom(shiftDate(monday, -7), timeZone);
}

/** The week that began on this Monday. */
export function weekFrom(key: string, timeZone: string): Week {
  return {
    key,
    last: shiftDate(key, 6),
    from: instantOf(key, 0, timeZone),
    to: instantOf(shiftDate(key, 7), 0, timeZone),
  };
}

function localDate(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

function shiftDate(date: string, days: number): string {
  return after(new Date(`${date}T00:00:00Z`), days * DAY)
    .toISOString()
    .slice(0, 10);
}

/** The instant at which the zone's clocks show that hour of that day; twice corrected, because the offset may change on that very day. */
function instantOf(date: string, hour: number, timeZone: string): Date {
  const wanted = new Date(`${date}T${String(hour).padStart(2, '0')}:00:00Z`);
  const once = after(wanted, -offsetAt(wanted, timeZone));
  return after(wanted, -offsetAt(once, timeZone));
}

/** Milliseconds by which the zone is ahead of UTC. */
function offsetAt(at: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return new Date(`${shown.replace(' ', 'T')}Z`).getTime() - Math.floor(at.getTime() / 1000) * 1000;
}
