import type { CardBrand } from '@forewarn/core/alerts/model';
import type { FieldFault } from '@forewarn/core/kernel/field-faults';
import { isFieldFault } from '@forewarn/core/kernel/field-faults';
import { parseAmount } from '@forewarn/core/kernel/money';
import {
  DAILY_COUNT,
  MINUTES_BEFORE,
  type Rule,
  type RuleAction,
  RuleConditions,
  RuleCreate,
  type RuleMode,
} from '@forewarn/core/response-rules/model';

type RiskLevel = RuleConditions['riskLevels'][number];

/** The form's own state: amounts stay text until they are checked. */
export interface RuleValues {
  name: string;
  currency: string;
  minAmount: string;
  maxAmount: string;
  riskLevels: RiskLevel[];
  brands: CardBrand[];
  /** One a line. */
  descriptors: string;
  reasonCodes: string;
  mode: RuleMode;
  minutesBefore: number;
  action: RuleAction;
  reason: string;
  dailyCount: string;
  dailySum: string;
}

export function valuesOf(rule: Rule | undefined): RuleValues {
  if (!rule)
    return {
      ...{ name: '', currency: '', minAmount: '', maxAmount: '', reason: '', dailySum: '' },
      ...{ riskLevels: [], brands: [], descriptors: '', reasonCodes: '', mode: 'ANSWER', action: 'REFUND' },
      minutesBefore: MINUTES_BEFORE.usual,
      dailyCount: String(DAILY_COUNT.usual),
    };
  const { name, conditions, mode, minutesBefore, action, reason, dailyCount, dailySum } = rule;
  const { currency, minAmount, maxAmount, riskLevels, brands, descriptors, reasonCodes } = conditions;
  return {
    ...{ name, riskLevels, brands, mode, minutesBefore, action, reason },
    descriptors: descriptors.join('\n'),
    reasonCodes: reasonCodes.join('\n'),
    currency: currency ?? '',
    minAmount: shown(minAmount),
    maxAmount: shown(maxAmount),
    dailyCount: String(dailyCount),
    dailySum: shown(dailySum),
  };
}

const shown = (amount: number | null) => (amount === null ? '' : String(amount));

/** An empty amount is none; what can't be read as one becomes NaN, which no schema takes. */
function amountIn(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return parseAmount(trimmed) === undefined ? Number.NaN : Number(trimmed);
}

const lines = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);

function conditionsIn(values: RuleValues) {
  const { currency, minAmount, maxAmount, riskLevels, brands, descriptors, reasonCodes } = values;
  return {
    ...{ riskLevels, brands },
    descriptors: lines(descriptors),
    reasonCodes: lines(reasonCodes),
    currency: currency === '' ? null : currency,
    minAmount: amountIn(minAmount),
    maxAmount: amountIn(maxAmount),
  };
}

/** The API's input. A rule that only suggests has no limits to keep. */
export function toRuleInput(values: RuleValues) {
  const { name, mode, minutesBefore, action, reason, dailyCount, dailySum } = values;
  return {
    ...{ name, mode, minutesBefore, action, reason },
    conditions: conditionsIn(values),
    dailyCount: mode === 'ANSWER' ? Number(dailyCount.trim() || Number.NaN) : DAILY_COUNT.usual,
    dailySum: mode === 'ANSWER' ? amountIn(dailySum) : null,
  };
}

/** What to count the open alerts by; undefined while a condition is wrong. */
export function readyConditions(values: RuleValues): RuleConditions | undefined {
  const { minAmount, maxAmount, currency } = values;
  const faults = ruleFaults(values);
  if (faults.minAmount || faults.maxAmount || faults.descriptors || faults.reasonCodes) return undefined;
  if (currency === '' && (minAmount.trim() !== '' || maxAmount.trim() !== '')) return undefined;
  return RuleConditions.safeParse(conditionsIn(values)).data;
}

/** What is wrong with a field: one of the server's faults, or of the form's own words. */
export type RuleFault = FieldFault | 'number' | 'count' | 'reason' | 'name' | 'words';
export type RuleFaults = Partial<Record<keyof RuleValues, RuleFault>>;

const OWN: Partial<Record<keyof RuleValues, RuleFault>> = {
  ...{ name: 'name', reason: 'reason', dailyCount: 'count', dailySum: 'number', minAmount: 'number' },
  ...{ maxAmount: 'number', descriptors: 'words', reasonCodes: 'words' },
};

/** By the server's own schema. */
export function ruleFaults(values: RuleValues): RuleFaults {
  const faults: RuleFaults = {};
  const input = toRuleInput(values);
  const parsed = RuleCreate.safeParse(input);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = fieldOf(path);
    if (name) faults[name] ??= isFieldFault(message) ? message : (OWN[name] ?? 'REQUIRED');
  }
  return faults;
}

/** The field that a place in the input belongs to: `conditions.maxAmount` and `maxAmount` alike. */
export function fieldOf(path: readonly PropertyKey[]): keyof RuleValues | undefined {
  const name = path[0] === 'conditions' ? path[1] : path[0];
  return FIELDS.find((field) => field === name);
}

const FIELDS: readonly (keyof RuleValues)[] = [
  ...(['name', 'currency', 'minAmount', 'maxAmount', 'riskLevels', 'brands', 'descriptors', 'reasonCodes'] as const),
  ...(['mode', 'minutesBefore', 'action', 'reason', 'dailyCount', 'dailySum'] as const),
];
