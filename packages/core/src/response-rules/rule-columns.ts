import { amountToSql, parseAmount } from '../kernel/money.ts';
import { contentHash } from './content-hash.ts';
import type { RuleContent } from './model.ts';

/** What a person writes, as columns. */
export function contentColumns(content: RuleContent) {
  const { name, conditions, mode, minutesBefore, action, reason, dailyCount, dailySum } = content;
  const sum = dailySum === null ? undefined : parseAmount(String(dailySum));
  return {
    ...{ name, mode, minutesBefore, action, reason, dailyCount },
    conditions: JSON.stringify(conditions),
    dailySum: sum === undefined ? null : amountToSql(sum),
    contentSha256: contentHash(content),
  };
}
