import type { Locale } from '@forewarn/core/kernel/locale';

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${Object.keys(options)}`;
  const known = FORMATS.get(key);
  if (known) return known;
  /* British order for English: 22 Nov reads the same everywhere, 11/22 doesn't. */
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone });
  FORMATS.set(key, made);
  return made;
}

const DAY = { month: 'short', day: 'numeric' } as const;
const DATE = { year: 'numeric', ...DAY } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const ZONE = { timeZoneName: 'shortOffset' } as const;

interface Style {
  date: Intl.DateTimeFormatOptions;
  weekday?: true;
  clock?: Intl.DateTimeFormatOptions;
  zone?: true;
}
const STYLES = {
  /** For deadlines: nothing left to guess. */
  full: { date: DATE, weekday: true, clock: CLOCK, zone: true },
  /** For lists. */
  short: { date: DAY, clock: CLOCK },
  /** To the second, for records. */
  exact: { date: DATE, clock: { ...CLOCK, second: '2-digit' }, zone: true },
  /** With the year, without the zone: for things that may be long ago. */
  dated: { date: DATE, clock: CLOCK },
  date: { date: DATE },
} as const satisfies Record<string, Style>;
export type TimeStyle = keyof typeof STYLES;

/**
 * An ISO instant in the reader's zone and language: `2026年11月22日 周日 23:40 GMT+8`; `full` and `exact` name the zone.
 * The parts are joined here, because Intl's own Chinese order puts the zone before the hour.
 */
export function formatTime(instant: string, locale: Locale, timeZone: string, style: TimeStyle = 'full'): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const { date, weekday, clock, zone }: Style = STYLES[style];
  const part = (options: Intl.DateTimeFormatOptions) => formatter(locale, timeZone, options).format(at);
  const day = weekday ? part({ weekday: 'short' }) : '';
  return [
    ...(locale === 'en' ? [day, part(date)] : [part(date), day]),
    clock && part(clock),
    zone && zoneName(instant, locale, timeZone),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The zone's offset as shown to readers at that moment: `GMT+8`. */
export function zoneName(instant: string, locale: Locale, timeZone: string): string {
  const parts = formatter(locale, timeZone, ZONE).formatToParts(new Date(instant));
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
