import type { Locale } from '@forewarn/core/kernel/locale';

const KB = 1024;

/** `812 KB`, `3.4 MB`; a thousand and twenty-four each. */
export function formatSize(bytes: number, locale: Locale): string {
  const inMb = bytes >= KB * KB;
  const amount = inMb ? bytes / KB / KB : Math.max(1, Math.round(bytes / KB));
  return `${amount.toLocaleString(locale, { maximumFractionDigits: inMb ? 1 : 0 })} ${inMb ? 'MB' : 'KB'}`;
}
