import { z } from 'zod';
import { type AnswerAction, CARD_BRANDS, RISK_LEVELS } from '../alerts/model.ts';
import type { FieldFault } from '../kernel/field-faults.ts';
import { exponentOf, fitsCurrency, parseAmount } from '../kernel/money.ts';
import { Instant } from '../kernel/time.ts';

/** Off and being written; at work; stopped, with its place kept: what it fits is left to people. */
export const RULE_STATES = ['DRAFT', 'ON', 'PAUSED'] as const;
export type RuleState = (typeof RULE_STATES)[number];
/** Who stopped it: the merchant's people, the operator's, or its own limit. */
export const PAUSED_BY = ['MERCHANT', 'OPERATOR', 'LIMIT'] as const;
export type PausedBy = (typeof PAUSED_BY)[number];
/** `SUGGEST` says what to do; `ANSWER` does it shortly before the deadline, unless somebody has answered. */
export const RULE_MODES = ['SUGGEST', 'ANSWER'] as const;
export type RuleMode = (typeof RULE_MODES)[number];

/** What a rule may answer: nothing that needs a file or somebody's judgement. A refund is of the whole amount. */
export const RULE_ACTIONS = [
  'CONFIRM_TRANSACTION',
  'REFUND',
  'IGNORE',
  'INVALID_NOT_FOUND',
  'INVALID_CHARGEBACK_BEFORE',
  'INVALID_REFUNDED_BEFORE',
  'INVALID_TRANSACTION_FAILED',
  'INVALID_DUPLICATE',
] as const satisfies readonly AnswerAction[];
export type RuleAction = (typeof RULE_ACTIONS)[number];

export const RULES_AT_MOST = 50;
export const MINUTES_BEFORE = { least: 15, most: 720, usual: 60 } as const;
export const DAILY_COUNT = { most: 1000, usual: 20 } as const;
/** A back-test is good for so long; after that there are too many alerts it hasn't seen. */
export const TEST_GOOD_HOURS = 24;
export const TEST_DAYS = 90;
export const TEST_ALERTS = 10_000;
/** How many alerts a list of the back-test names. */
export const TEST_NAMED = 50;

const Id = z.coerce.number<number | string>().int().positive();
const Amount = z.number().nonnegative().max(1e12).nullable();
const Text = z.string().trim().min(1).max(100);

/** All of them must hold; what is null or empty holds for every alert. The program is always ETHOCA: nothing else takes an answer. */
export const RuleConditions = z.object({
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  /** Inclusive, in major units of `currency`. */
  minAmount: Amount.default(null),
  maxAmount: Amount.default(null),
  /** As the alert network sends them, whatever their case. */
  reasonCodes: z.array(Text).max(20).default([]),
  brands: z.array(z.enum(CARD_BRANDS)).max(CARD_BRANDS.length).default([]),
  /** Whole descriptors; case and repeated blanks don't count. */
  descriptors: z.array(Text).max(20).default([]),
  riskLevels: z.array(z.enum(RISK_LEVELS)).max(RISK_LEVELS.length).default([]),
});
export type RuleConditions = z.output<typeof RuleConditions>;

const CONTENT = {
  name: z.string().trim().min(1).max(60),
  conditions: RuleConditions,
  mode: z.enum(RULE_MODES),
  /** Answers so many minutes before the deadline. */
  minutesBefore: z.number().int().min(MINUTES_BEFORE.least).max(MINUTES_BEFORE.most).default(MINUTES_BEFORE.usual),
  action: z.enum(RULE_ACTIONS),
  reason: z.string().trim().min(2).max(500),
  /** Answers within 24 hours; above, the rule stops itself. */
  dailyCount: z.number().int().min(1).max(DAILY_COUNT.most).default(DAILY_COUNT.usual),
  /** Sum of the transactions it answers within 24 hours, in the rule's currency; null: no limit. */
  dailySum: z.number().positive().max(1e12).nullable().default(null),
};
const Content = z.object(CONTENT);
export type RuleContent = z.output<typeof Content>;

/** What hangs together: amounts need a currency, and money never goes back without a limit. */
function together({ conditions, mode, action, dailySum }: RuleContent, ctx: z.RefinementCtx<RuleContent>): void {
  const fault = (path: string[], message: FieldFault) => ctx.addIssue({ code: 'custom', path, message });
  const { currency, minAmount, maxAmount } = conditions;
  const decimals = (value: number | null) => {
    const amount = value === null ? undefined : parseAmount(String(value));
    return currency === null || amount === undefined || exponentOf(currency) > 4 || fitsCurrency(amount, currency);
  };
  if (currency === null && (minAmount !== null || maxAmount !== null || dailySum !== null))
    fault(['conditions', 'currency'], 'RULE_CURRENCY');
  else if (action === 'REFUND' && mode === 'ANSWER' && currency === null)
    fault(['conditions', 'currency'], 'RULE_REFUND_CURRENCY');
  if (action === 'REFUND' && mode === 'ANSWER' && dailySum === null) fault(['dailySum'], 'RULE_REFUND_LIMIT');
  if (minAmount !== null && maxAmount !== null && minAmount > maxAmount)
    fault(['conditions', 'maxAmount'], 'RULE_RANGE');
  if (!decimals(minAmount)) fault(['conditions', 'minAmount'], 'RULE_DECIMALS');
  if (!decimals(maxAmount)) fault(['conditions', 'maxAmount'], 'RULE_DECIMALS');
  if (!decimals(dailySum)) fault(['dailySum'], 'RULE_DECIMALS');
}

export const RuleCreate = Content.superRefine(together);
export type RuleCreate = z.output<typeof RuleCreate>;
export const RuleUpdate = z.object({ id: Id, ...CONTENT }).superRefine(together);
export const RuleInput = z.object({ id: Id });
export const RuleOrder = z.object({ ids: z.array(Id).min(1).max(RULES_AT_MOST) });
/** `confirm`: the rule's name, typed by who switches it on. */
export const RuleSwitchOn = RuleInput.extend({ confirm: z.string().trim().max(60) });
export const RulePreviewInput = z.object({ conditions: RuleConditions });
export const Done = z.object({ done: z.literal(true) });

/** An alert that a list of the back-test names. */
export const NamedAlert = z.object({
  id: z.number().int(),
  alertId: z.string(),
  alertTime: Instant,
  amount: z.number(),
  currency: z.string(),
  /** What was answered then; null: nothing. */
  answered: z.string().nullable(),
});
export type NamedAlert = z.output<typeof NamedAlert>;

const Count = z.number().int();
export const BackTest = z.object({
  /** Alerts of the last {@link TEST_DAYS} days that took an answer, at most {@link TEST_ALERTS}. */
  past: Count,
  /** There were more than it looked at. */
  limited: z.boolean(),
  /** Those it would have answered, once the rules before it have taken theirs. */
  fits: Count,
  same: Count,
  /** Answered otherwise, and a refund of another amount. */
  different: Count,
  unanswered: Count,
  /** Not answered after all: the money had gone back before. Part of neither of the three. */
  guarded: Count,
  /** Taken by rules that stand before it. */
  earlier: Count,
  /** Of those it would have answered, how many ended as a chargeback. */
  chargebacks: Count,
  differences: z.array(NamedAlert),
  chargebackAlerts: z.array(NamedAlert),
});
export type BackTest = z.output<typeof BackTest>;

export const Rule = z.object({
  id: z.number().int(),
  ...CONTENT,
  state: z.enum(RULE_STATES),
  pausedBy: z.enum(PAUSED_BY).nullable(),
  /** What it has done: in 30 days, in the last 24 hours, and when last. */
  answered30: Count,
  left30: Count,
  usedCount: Count,
  usedSum: z.number(),
  lastTime: Instant.nullable(),
  /** The last back-test of exactly this content, and whether it is fresh enough to switch the rule on by. */
  test: BackTest.nullable(),
  testedTime: Instant.nullable(),
  testGood: z.boolean(),
  switchedTime: Instant.nullable(),
  updatedTime: Instant,
});
export type Rule = z.output<typeof Rule>;
export const Rules = z.object({ records: z.array(Rule) });

/** What the conditions fit among the alerts that wait for an answer now. */
export const RulePreview = z.object({
  open: Count,
  fits: Count,
  /** There are more open alerts than were looked at. */
  limited: z.boolean(),
  examples: z.array(NamedAlert),
});

/**
 * What rules mean for an open alert. `SUGGEST`: advice; `ANSWER`: will be answered at `at`; `PAUSED`: the rule that fits is stopped, so
 * nothing happens by itself; `LEFT`: the rule couldn't answer, a person has to.
 */
export const NOTICE_KINDS = ['SUGGEST', 'ANSWER', 'PAUSED', 'LEFT'] as const;
export const RuleNotice = z.object({
  id: z.number().int(),
  kind: z.enum(NOTICE_KINDS),
  ruleId: z.number().int(),
  ruleName: z.string(),
  action: z.enum(RULE_ACTIONS),
  reason: z.string(),
  amount: z.number(),
  currency: z.string(),
  at: Instant.nullable(),
});
export type RuleNotice = z.output<typeof RuleNotice>;
export const RuleNotices = z.object({ records: z.array(RuleNotice) });
/** `ids=1,2,3` in a query, or a list. */
export const RuleNoticesInput = z.object({
  ids: z
    .union([z.array(Id), z.string().regex(/^\d{1,15}(,\d{1,15}){0,49}$/)])
    .transform((ids) => (typeof ids === 'string' ? ids.split(',').map(Number) : ids))
    .pipe(z.array(z.number().int().positive()).min(1).max(50)),
});

export const MerchantRulesInput = z.object({ merchantId: Id });
export const OperatorPause = z.object({ id: Id, reason: z.string().trim().min(2).max(500) });
