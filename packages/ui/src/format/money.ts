import type { Locale } from '@forewarn/core/kernel/locale';
import { exponentOf } from '@forewarn/core/kernel/money';

const NUMBERS = new Map<string, Intl.NumberFormat>();

function numbers(locale: Locale, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const known = NUMBERS.get(key);
  if (known) return known;
  /* Up to four decimals are shown where they were sent: hiding a fraction would show another amount. */
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 4),
  });
  NUMBERS.set(key, made);
  return made;
}

/** The figure alone, with the currency's own decimals: `1,234.50`, `1,200` for JPY. Amounts are in major units. */
export function formatFigure(amount: number, currency: string, locale: Locale): string {
  return numbers(locale, exponentOf(currency)).format(amount);
}

/** `USD 1,234.50`: the code, because a bare `$` or `¥` means several currencies. */
export function formatMoney(amount: number, currency: string, locale: Locale): string {
  return `${currency}\u00a0${formatFigure(amount, currency, locale)}`;
}
