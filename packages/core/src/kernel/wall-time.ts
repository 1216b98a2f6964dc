/** An instant as a clock in some zone shows it, for spreadsheets. */
export interface WallTime {
  /** `2026-11-22 23:40:05` */
  text: string;
  /** Days since 30 December 1899, as spreadsheets count. */
  serial: number;
}

const DAY = 86_400_000;
/** 1 January 1970 in {@link WallTime.serial}. */
const EPOCH = 25_569;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** `timeZone`: a name of the IANA database. */
export function wallTime(at: Date, timeZone: string): WallTime {
  let format = FORMATS.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    FORMATS.set(timeZone, format);
  }
  const text = format.format(at);
  return { text, serial: Date.parse(`${text.replace(' ', 'T')}Z`) / DAY + EPOCH };
}
