import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';
import {
  ANSWER_ACTIONS,
  type AnswerAction,
  FEEDBACK_STATUSES,
  type FeedbackStatus,
  PROCESS_ACTIONS,
  PROCESS_STATUSES,
  PROGRAMS,
  RISK_LEVELS,
} from './alert-enums.ts';
import { AnswerDraft } from './draft-model.ts';
import { EVIDENCE_MAX_FILES, EvidenceFile } from './evidence-model.ts';
import { AlertChange, RiskReason } from './related-model.ts';

export * from './alert-enums.ts';
export * from './counts-model.ts';
export * from './draft-model.ts';
export * from './evidence-model.ts';
export * from './related-model.ts';

export const MATCH_STATUSES = ['MATCHED', 'UNMATCHED', 'MULTIPLE'] as const;
export type MatchStatus = (typeof MATCH_STATUSES)[number];
/**
 * Document 000 §4.3.2: exact, fuzzy (the card has no CAID), fallback (descriptor alone). After them ALIAS: an admin has said whose the
 * descriptor is; MANUAL: an admin assigned this alert.
 */
export const MATCH_TIERS = ['EXACT', 'EMPTY_CAID', 'DESCRIPTOR', 'ALIAS', 'MANUAL'] as const;
export type MatchTier = (typeof MATCH_TIERS)[number];
export const HOLD_REASONS = [
  'AMBIGUOUS_MERCHANTS',
  'MERCHANT_PENDING',
  'MERCHANT_SUSPENDED',
  'MERCHANT_CLOSED',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
/** UNIONPAY also stands for co-branded cards that carry its number. */
export const CARD_BRANDS = ['VISA', 'MASTERCARD', 'AMEX', 'UNIONPAY', 'JCB', 'DISCOVER', 'DINERS', 'OTHER'] as const;
export type CardBrand = (typeof CARD_BRANDS)[number];

/** What lists filter the answer's way by: a state, or WAITING for the alert network: QUEUED, PENDING_RETRY or SENT. */
export const FEEDBACK_FILTERS = [...FEEDBACK_STATUSES, 'WAITING'] as const;
export type FeedbackFilter = (typeof FEEDBACK_FILTERS)[number];
export const WAITING: readonly FeedbackStatus[] = ['QUEUED', 'PENDING_RETRY', 'SENT'];

export const EVENT_KINDS = [
  'RECEIVED',
  'DUPLICATE_RECEIVED',
  'UPDATED',
  'MATCHED',
  'UNMATCHED',
  'HELD',
  'RELEASED',
  'QUEUE_HALF',
  'QUEUE_LAST',
  'ASSIGNED',
  'HANDED_OVER',
  'MAIL_SENT',
  'MAIL_FAILED',
  'VIEWED',
  'ANSWERED',
  'ANSWER_RETRY',
  'ANSWER_SENT',
  'ANSWER_ACCEPTED',
  'ANSWER_REJECTED',
  'ANSWER_EXPIRED',
  'CORRECTED',
  'SENT_AGAIN',
  'EXPIRED',
  'REOPENED',
  'STATUS_RECEIVED',
  'RULE_LEFT',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** `urgency`: sooner deadline and larger amount first when ascending (docs/decisions/0050). */
export const ALERT_SORTS = ['urgency', 'alertTime', 'deadline', 'amount', 'riskLevel'] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];
/** For lists of what waits alone (`needsAnswer` or `queue`): elsewhere a deadline means nothing any more (docs/decisions/0064). */
export const WAITING_SORTS: readonly AlertSort[] = ['urgency', 'deadline'];

const Id = z.coerce.number<number | string>().int().positive();
const OptionalAmount = z.coerce.number<number | string>().nonnegative().max(1e15).optional();

export const AlertListInput = PageInput.extend({
  status: z.enum(PROCESS_STATUSES).optional(),
  /** Only what still needs an answer from the merchant. */
  needsAnswer: z.stringbool().or(z.boolean()).optional(),
  riskLevel: z.enum(RISK_LEVELS).optional(),
  program: z.enum(PROGRAMS).optional(),
  brand: z.enum(CARD_BRANDS).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  feedbackStatus: z.enum(FEEDBACK_FILTERS).optional(),
  /** Exactly as in the list. */
  descriptor: z.string().min(1).max(100).optional(),
  /** Whose it is: a colleague's number, or `me`. */
  assignedTo: z.literal('me').or(Id).optional(),
  /** The deadline is before this. */
  dueBefore: z.iso.datetime({ offset: true }).optional(),
  /** Alert time from (inclusive) and to (exclusive). */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  minAmount: OptionalAmount,
  maxAmount: OptionalAmount,
  /** The start of an alert id, transaction id or order id, or any part of a descriptor. */
  keyword: z.string().trim().max(100).optional(),
  sort: z.enum(ALERT_SORTS).default('alertTime'),
  order: z.enum(['asc', 'desc']).default('desc'),
  /** From a former answer's `nextCursor`; then `page` is ignored. */
  cursor: z.string().max(200).optional(),
});
export type AlertListInput = z.output<typeof AlertListInput>;

export const AdminAlertListInput = AlertListInput.extend({
  matchStatus: z.enum(MATCH_STATUSES).optional(),
  /** Unmatched or held: what waits for an admin. */
  queue: z.stringbool().or(z.boolean()).optional(),
  /** Kept from its merchant: several fit, or it isn't active. */
  held: z.stringbool().or(z.boolean()).optional(),
  merchantId: Id.optional(),
});
export type AdminAlertListInput = z.output<typeof AdminAlertListInput>;

export const AlertSummary = z.object({
  id: z.number().int(),
  alertId: z.string(),
  program: z.enum(PROGRAMS),
  alertTime: Instant,
  receivedTime: Instant,
  /** When the answer must be with the network: `timeOut`, or 24 h after `alertTime`. */
  deadline: Instant,
  riskLevel: z.enum(RISK_LEVELS),
  /** Major units of `currency`; for display, not for arithmetic. */
  amount: z.number(),
  currency: z.string(),
  transactionId: z.string().nullable(),
  descriptor: z.string().nullable(),
  cardBinMasked: z.string().nullable(),
  cardLast4: z.string().nullable(),
  matchStatus: z.enum(MATCH_STATUSES),
  matchTier: z.enum(MATCH_TIERS).nullable(),
  holdReason: z.enum(HOLD_REASONS).nullable(),
  processStatus: z.enum(PROCESS_STATUSES),
  processAction: z.enum(PROCESS_ACTIONS).nullable(),
  processTime: Instant.nullable(),
  feedbackStatus: z.enum(FEEDBACK_STATUSES),
  needsAnswer: z.boolean(),
  /** Nobody answered it by its deadline; an answer is still sent, marked late. */
  expired: z.boolean(),
  cardBrand: z.enum(CARD_BRANDS).nullable(),
  /** The colleague who takes care of it. */
  assignedTo: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  /** It reached us more than five minutes after it was signed. */
  late: z.boolean(),
  merchantId: z.number().int().nullable(),
  /** For staff; null for the merchant itself. */
  merchantName: z.string().nullable(),
});
export type AlertSummary = z.output<typeof AlertSummary>;
export const AlertPage = pageOf(AlertSummary).extend({
  /** `total` is where counting stopped: there are that many or more. */
  more: z.boolean(),
});

export const TimelineEvent = z.object({
  id: z.number().int(),
  at: Instant,
  kind: z.enum(EVENT_KINDS),
  level: z.enum(['INFO', 'WARN', 'ERROR']),
  actorKind: z.enum(['merchant', 'staff', 'system']),
  /** The person's name; null for the system. */
  actorName: z.string().nullable(),
  /** Small facts to fill the sentence: `{action}`, `{recipient}`, `{fields}`, `{reason}`. */
  data: z.record(z.string(), z.unknown()),
});
export type TimelineEvent = z.output<typeof TimelineEvent>;

/** Why an answer didn't get through: the alert network said no, never answered, or a correction came before it was sent. */
export const ANSWER_FAILURES = ['REFUSED', 'UNREACHABLE', 'SUPERSEDED'] as const;
export type AnswerFailure = (typeof ANSWER_FAILURES)[number];

/** An answer as it was given; `number` counts an alert's answers from 1. */
export const GivenAnswer = z.object({
  number: z.number().int(),
  action: z.enum(ANSWER_ACTIONS),
  reason: z.string(),
  refundAmount: z.number().nullable(),
  /** The acquirer's, gateway's or ARN reference of the refund. */
  refundReference: z.string().nullable(),
  comments: z.string().nullable(),
  preventiveActions: z.string().nullable(),
  evidence: z.array(z.string()),
  submittedTime: Instant,
  submittedBy: z.string(),
  sentTime: Instant.nullable(),
  closedTime: Instant.nullable(),
  /** It was given after the deadline. */
  late: z.boolean(),
  /** How often sending was tried. */
  attempts: z.number().int(),
  failureReason: z.enum(ANSWER_FAILURES).nullable(),
});
export type GivenAnswer = z.output<typeof GivenAnswer>;

/** The answer that counts, and those it replaced, newest first. */
export const AlertAnswer = GivenAnswer.extend({
  /** Another answer may take its place: the alert network has neither taken this one nor can have. */
  correctable: z.boolean(),
  /** It never arrived in time; the same answer may be sent once more. */
  resendable: z.boolean(),
  former: z.array(GivenAnswer),
});
export type AlertAnswer = z.output<typeof AlertAnswer>;

export const AlertCandidate = z.object({
  cardId: z.number().int(),
  merchantId: z.number().int(),
  merchantName: z.string(),
  merchantStatus: z.string(),
  descriptor: z.string(),
  cardBin: z.string(),
  caid: z.string(),
  tier: z.enum(MATCH_TIERS),
  createdTime: Instant,
});
export type AlertCandidate = z.output<typeof AlertCandidate>;

export const AlertDetail = AlertSummary.extend({
  descriptorRegister: z.string().nullable(),
  caid: z.string().nullable(),
  arn: z.string().nullable(),
  reasonCode: z.string().nullable(),
  /** The code in words, in the reader's language; null for codes that aren't Visa's or Mastercard's. */
  reasonText: z.string().nullable(),
  merchantOrderId: z.string().nullable(),
  outcome: z.string().nullable(),
  riskSource: z.enum(['PROVIDER', 'COMPUTED']),
  /** What our own rating rests on; empty where the network rated. */
  riskReasons: z.array(RiskReason),
  /** Keys documented for `additionalInfo`; null where the alert doesn't carry them. */
  transactionTime: z.string().nullable(),
  orderId: z.string().nullable(),
  cardType: z.string().nullable(),
  /** As the provider names it; `cardBrand` is ours. */
  cardBrandNamed: z.string().nullable(),
  issuer: z.string().nullable(),
  cardholderMasked: z.string().nullable(),
  riskScore: z.string().nullable(),
  riskReason: z.string().nullable(),
  authCode: z.string().nullable(),
  threeDSecure: z.string().nullable(),
  matchReason: z.string(),
  card: z.object({ id: z.number().int(), descriptor: z.string(), cardBin: z.string(), caid: z.string() }).nullable(),
  /** Staff only; empty for merchants. */
  candidates: z.array(AlertCandidate),
  timeline: z.array(TimelineEvent),
  answer: AlertAnswer.nullable(),
  /** What the merchant has typed and not sent yet; null for staff. */
  draft: AnswerDraft.nullable(),
  /** Uploaded for the answer, or part of it once it is given. */
  evidenceFiles: z.array(EvidenceFile),
  /** How often the network has sent changed content for this alert. */
  revisions: z.number().int(),
  /** What those changes were, oldest first; the last 20. */
  changes: z.array(AlertChange),
  version: z.number().int(),
});
export type AlertDetail = z.output<typeof AlertDetail>;

export const AlertId = z.object({ id: Id });

export const REFERENCE_MAX = 100;

/** Document 000 §4.4.3, A-162…A-168; refund and evidence rules that need the alert are in `answer-rules.ts`. */
export const AnswerInput = z.object({
  id: Id,
  action: z.enum(ANSWER_ACTIONS),
  reason: z.string().trim().min(2).max(500),
  /** Ids of files uploaded for this alert. */
  evidence: z.array(z.string().min(1).max(100)).max(EVIDENCE_MAX_FILES).optional(),
  /** Major units of the alert's currency. */
  refundAmount: z.number().positive().max(1e15).nullish(),
  comments: z.string().trim().max(1000).nullish(),
  preventiveActions: z.string().trim().max(1000).nullish(),
  /** The acquirer's, gateway's or ARN reference of the money that went back. */
  refundReference: z.string().trim().max(REFERENCE_MAX).nullish(),
  /** Goes on although the transaction was refunded before (`ALERT_REFUNDED_BEFORE`). */
  despiteRefund: z.boolean().optional(),
});
export type AnswerInput = z.output<typeof AnswerInput>;

/** What a mail's link may answer: the choices that need no file and little writing. */
export const QUICK_ACTIONS = [
  'REFUND',
  'CONFIRM_TRANSACTION',
  'INVALID_NOT_FOUND',
  'INVALID_CHARGEBACK_BEFORE',
  'INVALID_REFUNDED_BEFORE',
  'INVALID_TRANSACTION_FAILED',
  'INVALID_DUPLICATE',
] as const satisfies readonly AnswerAction[];
export type QuickAction = (typeof QUICK_ACTIONS)[number];

/** Why staff answer in a merchant's place: recorded, and told to the merchant. */
export const OnBehalfReason = z.string().trim().min(2).max(500);

/** The token of a mail's link. */
export const AnswerToken = z.object({ token: z.string().min(1).max(100) });

/** What the page behind such a link shows; nothing that isn't in the mail, and the card's last digits. */
export const QuickAlert = z.object({
  id: Id,
  alertId: z.string(),
  companyName: z.string(),
  amount: z.number(),
  currency: z.string(),
  alertTime: Instant,
  deadline: Instant,
  riskLevel: z.enum(RISK_LEVELS),
  descriptor: z.string().nullable(),
  cardLast4: z.string().nullable(),
  timeZone: z.string(),
});
export type QuickAlert = z.output<typeof QuickAlert>;

export const QuickAnswerInput = AnswerToken.extend({
  action: z.enum(QUICK_ACTIONS),
  reason: z.string().trim().min(2).max(500),
  refundAmount: z.number().positive().max(1e15).nullish(),
  refundReference: z.string().trim().max(REFERENCE_MAX).nullish(),
});
export const QuickAnswered = z.object({
  alertId: z.string(),
  action: z.enum(QUICK_ACTIONS),
  refundAmount: z.number().nullable(),
  currency: z.string(),
  answeredTime: Instant,
});

/** `userId`: one of the merchant's people, or null for nobody. */
export const HandOverInput = z.object({ id: Id, userId: Id.nullable() });

export const AssignInput = z.object({
  id: Id,
  merchantId: Id,
  /** The merchant's card it belongs to, when one fits. */
  cardId: Id.optional(),
  reason: z.string().trim().min(2).max(500),
});

/** What changes when anything in the merchant's list does; cheap enough to ask every few seconds. */
export const AlertPulse = z.object({
  needsAnswer: z.number().int(),
  /** The alert that changed last; 0 when there is none. */
  newestId: z.number().int(),
  latestChange: Instant.nullable(),
  /** What the reader hasn't read in the inbox, at most 100; 0 for staff. */
  unread: z.number().int(),
});
