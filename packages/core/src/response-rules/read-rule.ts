import type { AlertRow } from '../alerts/index.ts';
import { parseAmount } from '../kernel/money.ts';
import type { RuleAlert } from './first-rule.ts';
import type { PastAlert } from './judge-past.ts';
import { RULE_ACTIONS, type RuleAction, RuleConditions, type RuleContent } from './model.ts';
import type { LookedAt } from './past-store.ts';
import type { RuleRow } from './store.ts';

export type KnownRule = Omit<RuleRow, 'conditions' | 'action'> & { conditions: RuleConditions; action: RuleAction };

/** A rule as it is stored, with its conditions as an object. */
export function readRule(row: RuleRow): KnownRule {
  const action = RULE_ACTIONS.find((known) => known === row.action);
  if (!action) throw new Error(`rule ${row.id} has an unknown action`);
  return { ...row, action, conditions: RuleConditions.parse(JSON.parse(row.conditions)) };
}

/** What decides an answer, in the shape people write it. */
export function contentOf({ name, conditions, mode, minutesBefore, action, reason, ...rule }: KnownRule): RuleContent {
  const { dailyCount, dailySum } = rule;
  return {
    ...{ name, conditions, mode, minutesBefore, action, reason, dailyCount },
    dailySum: dailySum === null ? null : Number(dailySum),
  };
}

type Seen = Pick<AlertRow, 'program' | 'amount' | 'currency' | 'reasonCode' | 'cardBrand' | 'descriptor' | 'riskLevel'>;

/** An alert's row as rules look at it. */
export function toRuleAlert({
  program,
  amount,
  currency,
  reasonCode,
  cardBrand,
  descriptor,
  riskLevel,
}: Seen): RuleAlert {
  return {
    ...{ program, currency, reasonCode, cardBrand, descriptor, riskLevel },
    amount: parseAmount(amount) ?? 0n,
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
