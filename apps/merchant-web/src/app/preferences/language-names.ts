import type { Locale } from '@forewarn/core/kernel/locale';

/** A language is named in itself, so that it is found by who needs it. */
export const LANGUAGE_NAMES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' };
