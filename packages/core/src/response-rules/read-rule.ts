import { parseAmount } from '../kernel/money.ts';
import { type KnownRule, toRuleAlert } from '../rule-plans/index.ts';
import type { PastAlert } from './judge-past.ts';
import type { RuleContent } from './model.ts';
import type { LookedAt } from './past-store.ts';

/** What decides an answer, in the shape people write it. */
export function contentOf({ name, conditions, mode, minutesBefore, action, reason, ...rule }: KnownRule): RuleContent {
  const { dailyCount, dailySum } = rule;
  return {
    ...{ name, conditions, mode, minutesBefore, action, reason, dailyCount },
    dailySum: dailySum === null ? null : Number(dailySum),
  };
}

export function toPastAlert(row: LookedAt): PastAlert {
  const { id, alertId, alertTime, processAction, outcome, transactionId, arn } = row;
  return {
    ...toRuleAlert(row),
    ...{ id, alertId, alertTime, processAction, outcome, transactionId, arn },
    refundAmount: refundIn(row.feedbackData),
  };
}

/** The refund that the answer told, in ten-thousandths. */
function refundIn(feedbackData: string | null): bigint | null {
  if (feedbackData === null) return null;
  const { refundAmount } = JSON.parse(feedbackData) as { refundAmount?: string | null };
  return refundAmount ? (parseAmount(refundAmount) ?? null) : null;
}
