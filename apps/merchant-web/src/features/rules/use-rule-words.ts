import type { Rule } from '@forewarn/core/response-rules/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { useRuleText } from './text.ts';

/** A rule in words: which alerts, and what it does to them. */
export function useRuleWords() {
  const text = useRuleText();
  const labels = useAlertLabels();
  const format = useFormat();

  function amounts({ currency, minAmount, maxAmount }: Rule['conditions']): string[] {
    if (currency === null) return [];
    if (minAmount !== null && maxAmount !== null)
      return [text.range.between(format.money(minAmount, currency), format.money(maxAmount, currency))];
    if (minAmount !== null) return [text.range.from(format.money(minAmount, currency))];
    return [maxAmount === null ? currency : text.range.upTo(format.money(maxAmount, currency))];
  }

  return {
    action: ({ action }: Pick<Rule, 'action'>) => labels.action[action],
    conditions({ conditions }: Pick<Rule, 'conditions'>): string {
      const { riskLevels, brands, descriptors, reasonCodes } = conditions;
      const listed = (list: readonly string[]) => list.join(text.comma);
      const parts = [
        ...amounts(conditions),
        ...(riskLevels.length > 0 ? [listed(riskLevels.map((level) => labels.risk[level]))] : []),
        ...(brands.length > 0 ? [listed(brands.map((brand) => labels.cardBrand[brand]))] : []),
        ...(descriptors.length > 0 ? [text.descriptors(listed(descriptors))] : []),
        ...(reasonCodes.length > 0 ? [text.reasonCodes(listed(reasonCodes))] : []),
      ];
      return parts.length === 0 ? text.everything : parts.join(' · ');
    },
    does({ mode, action, minutesBefore }: Pick<Rule, 'mode' | 'action' | 'minutesBefore'>): string {
      return text.does[mode](labels.action[action], text.before(minutesBefore));
    },
  };
}
