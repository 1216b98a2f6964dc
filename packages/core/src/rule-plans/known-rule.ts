import { parseAmount } from '../kernel/money.ts';
import { RULE_ACTIONS, type RuleAction, RuleConditions } from '../response-rules/model.ts';
import type { RuleAlert } from './first-rule.ts';
import type { RuleRow, SeenByRules } from './plan-store.ts';

export type KnownRule = Omit<RuleRow, 'conditions' | 'action'> & { conditions: RuleConditions; action: RuleAction };

/** A rule as it is stored, with its conditions as an object. */
export function readRule(row: RuleRow): KnownRule {
  const action = RULE_ACTIONS.find((known) => known === row.action);
  if (!action) throw new Error(`rule ${row.id} has an unknown action`);
  return { ...row, action, conditions: RuleConditions.parse(JSON.parse(row.conditions)) };
}

/** An alert's row as rules look at it. */
export function toRuleAlert({
  program,
  amount,
  currency,
  reasonCode,
  cardBrand,
  descriptor,
  riskLevel,
}: SeenByRules): RuleAlert {
  return {
    ...{ program, currency, reasonCode, cardBrand, descriptor, riskLevel },
    amount: parseAmount(amount) ?? 0n,
  };
}
