import { type AnswerAction, AnswerInput } from '@forewarn/core/alerts/model';
import { amountToSql, exponentOf, fitsCurrency, parseAmount } from '@forewarn/core/kernel/money';

/** The form's own state: amounts stay text until they are checked, so that nothing is rounded on the way. */
export interface AnswerValues {
  action: AnswerAction | '';
  reason: string;
  refundAmount: string;
  refundReference: string;
  comments: string;
  preventiveActions: string;
  /** Ids of the files that are with the alert. */
  evidence: readonly string[];
}

export const EMPTY_ANSWER: AnswerValues = {
  action: '',
  reason: '',
  refundAmount: '',
  refundReference: '',
  comments: '',
  preventiveActions: '',
  evidence: [],
};

/** What is wrong with a field, as a key of the dictionary. */
export type AnswerFault =
  | 'action'
  | 'evidenceRequired'
  | 'evidenceBusy'
  | 'reason'
  | 'comments'
  | 'refundRequired'
  | 'refundNumber'
  | 'refundTooHigh'
  | 'refundDecimals'
  | 'reference';
export type AnswerFaults = Partial<Record<keyof AnswerValues, AnswerFault>>;

interface Original {
  id: number;
  amount: number;
  currency: string;
}

/** Whether money going back belongs to the answer: always for a refund, perhaps for fraud, never else. */
export function refundOf(action: AnswerAction | ''): 'required' | 'optional' | 'none' {
  if (action === 'REFUND') return 'required';
  return action === 'MARK_FRAUD' ? 'optional' : 'none';
}

/** Whether the answer may name a refund: its own, or the one of before the alert. */
export function hasReference(action: AnswerAction | ''): boolean {
  return refundOf(action) !== 'none' || action === 'INVALID_REFUNDED_BEFORE';
}

/** The amount that goes with a newly chosen answer: a refund starts with all of it, which must not slip into an answer that refunds nothing. */
export function chosenAmount(action: AnswerAction, typed: string, alert: Omit<Original, 'id'>): string {
  const full = fullRefund(alert);
  if (action === 'REFUND') return typed === '' ? full : typed;
  return typed === full ? '' : typed;
}

/** The whole amount as text for the field, cut to the currency's decimals so that it never exceeds the original. */
export function fullRefund({ amount, currency }: Omit<Original, 'id'>): string {
  const exact = parseAmount(String(amount));
  if (exact === undefined) return '';
  const [whole = '0', fraction = ''] = amountToSql(exact).split('.');
  const decimals = fraction.slice(0, exponentOf(currency));
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

function refundFault({ action, refundAmount }: AnswerValues, { amount, currency }: Original): AnswerFault | undefined {
  const need = refundOf(action);
  if (need === 'none') return undefined;
  if (refundAmount.trim() === '') return need === 'required' ? 'refundRequired' : undefined;
  const decimals = refundAmount.trim().split('.')[1]?.replace(/0+$/, '').length ?? 0;
  if (decimals > exponentOf(currency)) return 'refundDecimals';
  const refund = parseAmount(refundAmount);
  if (refund === undefined || refund <= 0n) return 'refundNumber';
  if (!fitsCurrency(refund, currency)) return 'refundDecimals';
  const limit = parseAmount(String(amount));
  return limit !== undefined && refund > limit ? 'refundTooHigh' : undefined;
}

/** The API's input; what doesn't belong to the chosen answer is left out. */
export function toAnswerInput(values: AnswerValues, id: number) {
  const refund = refundOf(values.action) === 'none' ? '' : values.refundAmount.trim();
  return {
    id,
    action: values.action,
    reason: values.reason,
    refundAmount: refund === '' ? null : Number(refund),
    refundReference: hasReference(values.action) ? values.refundReference.trim() || null : null,
    comments: values.comments.trim() === '' ? null : values.comments,
    preventiveActions: values.preventiveActions.trim() === '' ? null : values.preventiveActions,
    evidence: [...values.evidence],
  };
}

/** The same schema as the server's, then the rules that need the alert (A-162… ). `uploading`: files are on their way. */
export function checkAnswer(values: AnswerValues, alert: Original, uploading = false): AnswerFaults {
  const faults: AnswerFaults = {};
  const parsed = AnswerInput.safeParse(toAnswerInput(values, alert.id));
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.path[0] === 'action') faults.action = 'action';
    if (issue.path[0] === 'reason') faults.reason = 'reason';
    if (issue.path[0] === 'comments') faults.comments = 'comments';
    if (issue.path[0] === 'preventiveActions') faults.preventiveActions = 'comments';
    if (issue.path[0] === 'refundReference') faults.refundReference = 'reference';
    if (issue.path[0] === 'refundAmount') faults.refundAmount = 'refundNumber';
  }
  if (values.action === 'DISPUTE' && values.evidence.length === 0) faults.evidence = 'evidenceRequired';
  if (uploading) faults.evidence = 'evidenceBusy';
  const refund = refundFault(values, alert);
  if (refund) faults.refundAmount = refund;
  return faults;
}

/** A valid answer as the API takes it; undefined while something is wrong. */
export function readyAnswer(values: AnswerValues, alert: Original, uploading = false): AnswerInput | undefined {
  if (Object.keys(checkAnswer(values, alert, uploading)).length > 0) return undefined;
  return AnswerInput.safeParse(toAnswerInput(values, alert.id)).data;
}
