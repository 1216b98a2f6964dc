import type { Locale } from '@forewarn/core/kernel/locale';

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, timeZone: string, style: TimeStyle): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${style}`;
  const known = FORMATS.get(key);
  if (known) return known;
  /* British order for English: 22 Nov reads the same everywhere, 11/22 doesn't. */
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...STYLES[style], timeZone });
  FORMATS.set(key, made);
  return made;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const STYLES = {
  /** For deadlines: nothing left to guess. */
  full: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short', ...CLOCK, timeZoneName: 'shortOffset' },
  /** For lists. */
  short: { month: 'short', day: 'numeric', ...CLOCK },
  /** Short, when the year isn't this one. */
  dated: { year: 'numeric', month: 'short', day: 'numeric', ...CLOCK },
  /** To the second, for records. */
  exact: { year: 'numeric', month: 'short', day: 'numeric', ...CLOCK, second: '2-digit', timeZoneName: 'shortOffset' },
  date: { year: 'numeric', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type TimeStyle = keyof typeof STYLES;

/** An ISO instant in the reader's zone and language; `full` and `exact` name the zone. */
export function formatTime(instant: string, locale: Locale, timeZone: string, style: TimeStyle = 'full'): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : formatter(locale, timeZone, style).format(at);
}

/** The zone's offset as shown to readers at that moment: `GMT+8`. */
export function zoneName(instant: string, locale: Locale, timeZone: string): string {
  const parts = formatter(locale, timeZone, 'full').formatToParts(new Date(instant));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const RELATIVE: Record<Locale, Intl.RelativeTimeFormat> = {
  'zh-CN': new Intl.RelativeTimeFormat('zh-CN', { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }),
};
const STEPS = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [30 * 86_400, 'day', 86_400],
  [365 * 86_400, 'month', 30 * 86_400],
  [Number.POSITIVE_INFINITY, 'year', 365 * 86_400],
] as const;

/** `3 分钟前`, `in 2 hours`: the biggest whole unit between the instant and `now` (epoch ms). */
export function formatRelative(instant: string, now: number, locale: Locale): string {
  const seconds = Math.trunc((new Date(instant).getTime() - now) / 1000);
  const [, unit, size] = STEPS.find(([limit]) => Math.abs(seconds) < limit) ?? STEPS[5];
  return RELATIVE[locale].format(Math.trunc(seconds / size), unit);
}
