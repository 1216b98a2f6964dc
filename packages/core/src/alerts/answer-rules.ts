import type { ErrorCode } from '../kernel/errors.ts';
import { amountToNumber, fitsCurrency, parseAmount } from '../kernel/money.ts';
import type { AnswerAction, MatchStatus, ProcessStatus, Program } from './model.ts';

export interface AnswerableAlert {
  program: Program;
  matchStatus: MatchStatus;
  holdReason: string | null;
  processStatus: ProcessStatus;
  /** Ten-thousandths. */
  amount: bigint;
  currency: string;
}

export interface Refund {
  /** Ten-thousandths; null when the answer refunds nothing. */
  amount: bigint | null;
}

/** Whether the alert can be answered at all (A-363: an answer is given once). */
export function refuseAnswer(alert: AnswerableAlert): ErrorCode | null {
  if (alert.program === 'RDR') return 'ALERT_NEEDS_NO_ANSWER';
  if (alert.processStatus !== 'PENDING') return 'ALERT_ALREADY_ANSWERED';
  if (alert.matchStatus === 'UNMATCHED' || alert.holdReason !== null) return 'ALERT_HELD';
  return null;
}

/** a refund needs an amount above zero, at most the transaction's, in the currency's decimals; others take none, except marked fraud. */
export function checkRefund(
  action: AnswerAction,
  refundAmount: number | null | undefined,
  alert: AnswerableAlert,
): ErrorCode | Refund {
  if (refundAmount === null || refundAmount === undefined)
    return action === 'REFUND' ? 'REFUND_AMOUNT_REQUIRED' : { amount: null };
  if (action !== 'REFUND' && action !== 'MARK_FRAUD') return 'REFUND_AMOUNT_UNEXPECTED';
  if (refundAmount > amountToNumber(alert.amount)) return 'REFUND_AMOUNT_TOO_HIGH';
  const amount = parseAmount(String(refundAmount));
  if (amount === undefined || !fitsCurrency(amount, alert.currency)) return 'REFUND_AMOUNT_PRECISION';
  if (amount <= 0n) return 'REFUND_AMOUNT_REQUIRED';
  if (amount > alert.amount) return 'REFUND_AMOUNT_TOO_HIGH';
  return { amount };
}

/** A reference belongs to money that went back, for this alert or before it. */
export function checkReference(action: AnswerAction, reference: string | null | undefined): ErrorCode | null {
  const fits = action === 'REFUND' || action === 'MARK_FRAUD' || action === 'INVALID_REFUNDED_BEFORE';
  return reference && !fits ? 'REFUND_REFERENCE_UNEXPECTED' : null;
}

/** The seven values of the network's feedback message (`provider.md` 2, last paragraph). */
export type Refunded =
  | 'refunded'
  | 'ignore'
  | 'notfound'
  | 'chargeback_beforealert'
  | 'refunded_beforealert'
  | 'transaction_failed'
  | 'duplicate_alert';

const REFUNDED: Record<AnswerAction, Refunded> = {
  CONFIRM_TRANSACTION: 'ignore',
  REFUND: 'refunded',
  DISPUTE: 'ignore',
  MARK_FRAUD: 'ignore',
  IGNORE: 'ignore',
  INVALID_NOT_FOUND: 'notfound',
  INVALID_CHARGEBACK_BEFORE: 'chargeback_beforealert',
  INVALID_REFUNDED_BEFORE: 'refunded_beforealert',
  INVALID_TRANSACTION_FAILED: 'transaction_failed',
  INVALID_DUPLICATE: 'duplicate_alert',
};

/** Marked fraud counts as refunded only when money went back. */
export function refundedValue(action: AnswerAction, refund: Refund): Refunded {
  return action === 'MARK_FRAUD' && refund.amount !== null ? 'refunded' : REFUNDED[action];
}

/** only action 5 makes the record IGNORED. */
export function processStatusAfter(action: AnswerAction): 'PROCESSED' | 'IGNORED' {
  return action === 'IGNORE' ? 'IGNORED' : 'PROCESSED';
}
