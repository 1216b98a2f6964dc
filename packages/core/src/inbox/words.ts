import type { Locale } from '../kernel/locale.ts';
import { type MailKind, messageWords } from '../notifications/index.ts';
import { isOwnKind, OWN_WORDS, type Worded } from './own-words.ts';

/** A stored message in the reader's language. */
export function wordsOf(kind: string, stored: Buffer, locale: Locale): Worded {
  const all = JSON.parse(stored.toString('utf8')) as Partial<Record<Locale, Record<string, string>>>;
  const facts = all[locale] ?? {};
  return isOwnKind(kind) ? OWN_WORDS[kind][locale](facts) : messageWords(kind as MailKind, locale, facts);
}
