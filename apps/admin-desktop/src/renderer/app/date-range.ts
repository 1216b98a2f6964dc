import type { Range } from './search.ts';

export interface RangeSearch {
  range?: Range | undefined;
  /** Days of a custom range, both included: `2026-11-22`. */
  from?: string | undefined;
  to?: string | undefined;
}

function dayStart(day: Date, shift = 0): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + shift);
}

function parseDay(day: string, shift = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + shift);
}

/** Days in this computer's zone → instants, from (included) to (excluded). They stay the same all day, and so do the queries. */
export function instantsOf({ range, from, to }: RangeSearch, now: Date): { from?: string; to?: string } {
  switch (range) {
    case undefined:
      return {};
    case 'today':
      return { from: dayStart(now).toISOString() };
    case '7d':
      return { from: dayStart(now, -6).toISOString() };
    case '30d':
      return { from: dayStart(now, -29).toISOString() };
    case 'custom':
      return {
        ...(from !== undefined && { from: parseDay(from).toISOString() }),
        ...(to !== undefined && { to: parseDay(to, 1).toISOString() }),
      };
  }
}
