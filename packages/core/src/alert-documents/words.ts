import type { Locale } from '../kernel/locale.ts';
import { wordsEn } from './words-en.ts';
import { type DocumentWords, wordsZh } from './words-zh-CN.ts';

/** What printed documents say, by language. */
export const WORDS: Record<Locale, DocumentWords> = { 'zh-CN': wordsZh, en: wordsEn };
