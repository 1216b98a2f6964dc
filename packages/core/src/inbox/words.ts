import type { Locale } from '../kernel/locale.ts';
import { type MailKind, messageWords } from '../notifications/index.ts';

interface Worded {
  title: string;
  lines: string[];
}

/** A stored message in the reader's language. */
export function wordsOf(kind: string, stored: Buffer, locale: Locale): Worded {
  const all = JSON.parse(stored.toString('utf8')) as Partial<Record<Locale, Record<string, string>>>;
  return messageWords(kind as MailKind, locale, all[locale] ?? {});
}
