import { explainCardType } from '@forewarn/core/alerts/card-words';
import { useAlertLabels, useT } from './hooks.ts';
import { useLocale } from './provider.tsx';

const YES = /^(true|y|yes|1)$/i;
const NO = /^(false|n|no|0)$/i;

/** What an alert says in codes, in the reader's words; a network's own word that has none is shown as it came. */
export function useFactWords() {
  const t = useT();
  const labels = useAlertLabels();
  const locale = useLocale();
  const known = (words: Readonly<Record<string, string>>) => (value: string) => words[value.toUpperCase()] ?? value;
  const words: Record<string, (value: string) => string> = {
    threeDSecure: (value) => (YES.test(value) ? t.yes : NO.test(value) ? t.no : value),
    cardBrand: known(labels.cardBrand),
    cardType: (value) => explainCardType(value, locale) ?? value,
    outcome: known(labels.notice),
    program: known(labels.program),
    riskLevel: known(labels.risk),
  };
  return (field: string, value: string | null): string | null =>
    value === null ? null : (words[field]?.(value) ?? value);
}
