import type { Locale } from '../kernel/locale.ts';
import { exponentOf } from '../kernel/money.ts';

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-22 23:40:05`; the document names the zone once. What is no instant (a network's own time) stays as it came. */
export function writtenTime(instant: string, timeZone: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  let clock = CLOCKS.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    CLOCKS.set(timeZone, clock);
  }
  return clock.format(at);
}

/** `USD 1,234.50`, with the currency's own decimals, as the screens show it. */
export function writtenMoney(amount: number, currency: string, locale: Locale): string {
  const decimals = exponentOf(currency);
  const figure = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 4),
  }).format(amount);
  return `${currency} ${figure}`;
}

/** `812 KB`, `3.4 MB`. */
export function writtenSize(bytes: number): string {
  const kb = bytes / 1024;
  return kb < 1024 ? `${Math.max(1, Math.round(kb))} KB` : `${(kb / 1024).toFixed(1)} MB`;
}

/** `4111** … 1234`; null when nothing is known. */
export function writtenCard(card: { cardBinMasked: string | null; cardLast4: string | null }): string | null {
  return [card.cardBinMasked, card.cardLast4].filter(Boolean).join(' … ') || null;
}
