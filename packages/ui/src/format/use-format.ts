import { useMemo } from 'react';
import { useReader } from '../i18n/provider.tsx';
import { formatFigure, formatMoney } from './money.ts';
import { formatRelative, formatTime, type TimeStyle } from './time.ts';

/** The formatters with the reader's language and zone filled in. */
export function useFormat() {
  const { locale, timeZone } = useReader();
  return useMemo(
    () => ({
      money: (amount: number, currency: string) => formatMoney(amount, currency, locale),
      figure: (amount: number, currency: string) => formatFigure(amount, currency, locale),
      time: (instant: string, style?: TimeStyle) => formatTime(instant, locale, timeZone, style),
      relative: (instant: string, now: number) => formatRelative(instant, now, locale),
    }),
    [locale, timeZone],
  );
}
