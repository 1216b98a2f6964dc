import type { Locale } from '@forewarn/core/kernel/locale';

/** What most alerts are in, before all others. */
const USUAL = ['USD', 'EUR', 'GBP', 'CNY', 'HKD', 'JPY', 'AUD', 'CAD', 'SGD', 'KRW', 'BRL', 'MXN', 'INR', 'THB'];

/** Currencies to choose from, with their names; one that was chosen before stays, even if nobody knows it. */
export function currencyChoice(chosen: string, locale: Locale): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency', fallback: 'none' });
  const others = Intl.supportedValuesOf('currency').filter((code) => !USUAL.includes(code));
  const codes = [...USUAL, ...others];
  const all = chosen === '' || codes.includes(chosen) ? codes : [chosen, ...codes];
  return all.map((value) => {
    const name = names.of(value);
    return { value, label: name ? `${value} ${name}` : value };
  });
}
