import { z } from 'zod';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function after(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

/** An instant in outputs: ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime();

export function iso(at: Date): string {
  return at.toISOString();
}

export function isoOrNull(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A name of the IANA database. */
export const TimeZone = z.string().max(50).refine(isTimeZone, 'TIME_ZONE');

const ZONED = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-22 23:40 (Asia/Shanghai)`: an absolute time its reader can act on; for mails and other texts made here. */
export function inZone(at: Date, timeZone: string): string {
  let format = ZONED.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    ZONED.set(timeZone, format);
  }
  return `${format.format(at)} (${timeZone})`;
}
