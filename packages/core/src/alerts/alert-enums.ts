/** ETHOCA: the merchant refunds and answers within 24 h. RDR: already refunded by the card network, nothing to answer. */
export const PROGRAMS = ['ETHOCA', 'RDR'] as const;
export type Program = (typeof PROGRAMS)[number];
export const RISK_LEVELS = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];
export const PROCESS_STATUSES = ['PENDING', 'PROCESSED', 'IGNORED'] as const;
export type ProcessStatus = (typeof PROCESS_STATUSES)[number];

/** The document's five actions (A-157…A-161), then the second group: *this alert isn't valid because…* */
export const ANSWER_ACTIONS = [
  'CONFIRM_TRANSACTION',
  'REFUND',
  'DISPUTE',
  'MARK_FRAUD',
  'IGNORE',
  'INVALID_NOT_FOUND',
  'INVALID_CHARGEBACK_BEFORE',
  'INVALID_REFUNDED_BEFORE',
  'INVALID_TRANSACTION_FAILED',
  'INVALID_DUPLICATE',
] as const;
export type AnswerAction = (typeof ANSWER_ACTIONS)[number];
/** `REFUNDED_BY_NETWORK`: an RDR alert, settled before it reached us. */
export const PROCESS_ACTIONS = [...ANSWER_ACTIONS, 'REFUNDED_BY_NETWORK'] as const;
export type ProcessAction = (typeof PROCESS_ACTIONS)[number];

/** How far the answer got: waiting, waiting after a failed try, delivered, confirmed, refused, out of time. */
export const FEEDBACK_STATUSES = [
  'NONE',
  'QUEUED',
  'PENDING_RETRY',
  'SENT',
  'ACCEPTED',
  'REJECTED',
  'EXPIRED',
] as const;
export type FeedbackStatus = (typeof FEEDBACK_STATUSES)[number];
