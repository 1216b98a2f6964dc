import type { Program, RiskLevel } from '../alerts/model.ts';
import { parseAmount } from '../kernel/money.ts';
import type { RuleConditions, RuleState } from '../response-rules/model.ts';

/** What a rule looks at. */
export interface RuleAlert {
  program: Program;
  /** Ten-thousandths. */
  amount: bigint;
  currency: string;
  reasonCode: string | null;
  cardBrand: string | null;
  descriptor: string | null;
  riskLevel: RiskLevel;
}

/** Whether all conditions hold. */
export function fits(conditions: RuleConditions, alert: RuleAlert): boolean {
  const { currency, minAmount, maxAmount, reasonCodes, brands, descriptors, riskLevels } = conditions;
  if (alert.program !== 'ETHOCA') return false;
  if (currency !== null && alert.currency !== currency) return false;
  if (minAmount !== null && alert.amount < units(minAmount)) return false;
  if (maxAmount !== null && alert.amount > units(maxAmount)) return false;
  return (
    among(reasonCodes, alert.reasonCode) &&
    among(descriptors, alert.descriptor) &&
    (brands.length === 0 || brands.some((brand) => brand === alert.cardBrand)) &&
    (riskLevels.length === 0 || riskLevels.includes(alert.riskLevel))
  );
}

/** An amount of a condition as ten-thousandths; one that can't be read holds for nothing. */
function units(amount: number): bigint {
  return parseAmount(String(amount)) ?? -1n;
}

function among(wanted: readonly string[], value: string | null): boolean {
  if (wanted.length === 0) return true;
  return value !== null && wanted.some((one) => folded(one) === folded(value));
}

/** Case and repeated blanks don't count. */
export function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase();
}

interface Ordered {
  state: RuleState;
  conditions: RuleConditions;
}

/**
 * The rule that decides: the first of those at work or stopped that fits, in the order given. One that is stopped keeps its place, so that
 * stopping a rule never hands its alerts to the next one. Drafts don't count.
 */
export function firstRule<R extends Ordered>(rules: readonly R[], alert: RuleAlert): R | undefined {
  return rules.find(({ state, conditions }) => state !== 'DRAFT' && fits(conditions, alert));
}
