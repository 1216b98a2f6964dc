import { createHash } from 'node:crypto';
import { folded } from '../rule-plans/index.ts';
import type { RuleContent } from './model.ts';

/** Of what decides an answer: a back-test holds for a rule with the same. The name and the order of words in a list don't decide. */
export function contentHash({
  conditions,
  mode,
  minutesBefore,
  action,
  reason,
  dailyCount,
  dailySum,
}: RuleContent): Buffer {
  const { currency, minAmount, maxAmount, reasonCodes, brands, descriptors, riskLevels } = conditions;
  const words = (list: readonly string[]) => [...new Set(list.map(folded))].sort();
  const content = [
    ...[currency, minAmount, maxAmount, words(reasonCodes), words(brands), words(descriptors), words(riskLevels)],
    ...[mode, minutesBefore, action, reason, dailyCount, dailySum],
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}
