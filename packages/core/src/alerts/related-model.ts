import { z } from 'zod';
import { Instant } from '../kernel/time.ts';
import { ANSWER_ACTIONS, FEEDBACK_STATUSES, PROCESS_ACTIONS, PROCESS_STATUSES, PROGRAMS } from './alert-enums.ts';

/** What two alerts of one merchant may have in common. */
export const RELATIONS = ['CARD', 'TRANSACTION', 'DESCRIPTOR'] as const;
export type Relation = (typeof RELATIONS)[number];

/** By what two alerts are known to be about one transaction (docs/decisions/0053). */
export const SAME_TRANSACTION_BY = ['ARN', 'TRANSACTION_ID', 'CARD'] as const;
export type SameTransactionBy = (typeof SAME_TRANSACTION_BY)[number];

/** Another alert of the same merchant, with how it ended. */
export const RelatedAlert = z.object({
  id: z.number().int(),
  alertId: z.string(),
  program: z.enum(PROGRAMS),
  alertTime: Instant,
  /** Major units of `currency`. */
  amount: z.number(),
  currency: z.string(),
  processStatus: z.enum(PROCESS_STATUSES),
  processAction: z.enum(PROCESS_ACTIONS).nullable(),
  processTime: Instant.nullable(),
  feedbackStatus: z.enum(FEEDBACK_STATUSES),
  needsAnswer: z.boolean(),
  /** What the network said became of it: `PREVENTED`, `CHARGEBACK`, …; null while it has said nothing. */
  outcome: z.string().nullable(),
});
export type RelatedAlert = z.output<typeof RelatedAlert>;

/** Counts stop here; one more means “more than”. */
export const RELATED_COUNT_LIMIT = 500;

export const RelatedGroup = z.object({
  relation: z.enum(RELATIONS),
  /** Other alerts with this in common; stops at 501. */
  count: z.number().int(),
  /** Of the counted ones: became a chargeback, and was prevented. */
  chargebacks: z.number().int(),
  prevented: z.number().int(),
  /** The latest five. */
  records: z.array(RelatedAlert),
});
export type RelatedGroup = z.output<typeof RelatedGroup>;

/** Another alert about the same transaction: most often the other program's. */
export const DuplicateAlert = RelatedAlert.extend({
  by: z.enum(SAME_TRANSACTION_BY),
  /** Both carry the same authorisation code. */
  sameAuthCode: z.boolean(),
});
export type DuplicateAlert = z.output<typeof DuplicateAlert>;

/** NETWORK: the card network's refund (RDR); ANSWER: an answer with a refund; STATED: an answer that says it was refunded before. */
export const REFUND_SOURCES = ['NETWORK', 'ANSWER', 'STATED'] as const;
export const EarlierRefund = z.object({
  /** The alert it is known from. */
  id: z.number().int(),
  alertId: z.string(),
  source: z.enum(REFUND_SOURCES),
  at: Instant,
  /** Major units of `currency`; null where nobody said how much: it counts as all of it. */
  amount: z.number().nullable(),
  currency: z.string(),
});
export type EarlierRefund = z.output<typeof EarlierRefund>;

export const SUGGESTION_CODES = [
  'REFUNDED_BY_NETWORK',
  'REFUNDED_BY_ANSWER',
  'THREE_DS',
  'FRAUD_WITHOUT_THREE_DS',
  'AMOUNT_BELOW_COST',
  'CARD_CHARGED_BACK',
  'REPEAT_CARD',
  'OTHER_ALERT_OPEN',
  'LITTLE_TIME',
] as const;
export type SuggestionCode = (typeof SUGGESTION_CODES)[number];

export const SuggestionReason = z.object({
  code: z.enum(SUGGESTION_CODES),
  /** The answer it speaks for; null: it is said, and counts for none. */
  favours: z.enum(ANSWER_ACTIONS).nullable(),
  /** How much it counts; the answer with the most is suggested. */
  weight: z.number().int(),
  /** Figures to fill the sentence: `{count}`, `{amount, currency, cost, source}`, `{alertId, id}`, `{minutes}`. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SuggestionReason = z.output<typeof SuggestionReason>;

/** What open rules find worth doing (docs/decisions/0053). `action` null: they don't settle it. Nothing is chosen for anybody. */
export const Suggestion = z.object({
  action: z.enum(ANSWER_ACTIONS).nullable(),
  reasons: z.array(SuggestionReason),
});
export type Suggestion = z.output<typeof Suggestion>;

/** What an alert's page shows beside the alert, asked for apart so that the alert itself is there at once. */
export const RelatedAlerts = z.object({
  groups: z.array(RelatedGroup),
  /** Other alerts about the same transaction. */
  duplicates: z.array(DuplicateAlert),
  /** Refunds of the same transaction that are known from other alerts. */
  refunds: z.array(EarlierRefund),
  /** What an answer may still refund without a word (major units): the amount less earlier refunds. */
  refundLeft: z.number(),
  /** Null when nothing is left to answer. */
  suggestion: Suggestion.nullable(),
});
export type RelatedAlerts = z.output<typeof RelatedAlerts>;

export const RISK_CODES = ['FRAUD_REASON', 'SCORE_HIGH', 'AMOUNT_HIGH', 'NO_THREE_DS', 'NOTHING_SAID'] as const;
export type RiskCode = (typeof RISK_CODES)[number];
/** Why we rate an alert as we do, where the provider sent no level. */
export const RiskReason = z.object({
  code: z.enum(RISK_CODES),
  points: z.number().int(),
  /** What it was seen by: the reason code, the score, the amount. */
  fact: z.string(),
});
export type RiskReason = z.output<typeof RiskReason>;

/** One change that the network sent to an alert we had. Values as stored; card number and cardholder masked. */
export const AlertChange = z.object({
  id: z.number().int(),
  at: Instant,
  fields: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
export type AlertChange = z.output<typeof AlertChange>;
