import type { AlertSummary } from '@forewarn/core/alerts/model';

/** `4111** ···· 1234`: the card as far as staff see it. */
export function cardText({ cardBinMasked, cardLast4 }: Pick<AlertSummary, 'cardBinMasked' | 'cardLast4'>): string {
  return [cardBinMasked, cardLast4 && `···· ${cardLast4}`].filter(Boolean).join(' ');
}
