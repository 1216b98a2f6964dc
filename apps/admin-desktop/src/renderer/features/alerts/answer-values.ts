import { type AlertDetail, ANSWER_ACTIONS, type AnswerAction, type AnswerInput } from '@forewarn/core/alerts/model';

/** What stands in the dialog; `amount` is '' where none is given. */
export interface AnswerValues {
  action: string;
  amount: number | string;
  refundReference: string;
  reason: string;
  comments: string;
  preventiveActions: string;
  evidence: null;
  onBehalfReason: string;
  despiteRefund: boolean;
}

/** At first: empty, or in correcting the answer that is to be replaced; why staff do it is said anew each time. */
export function startingValues({ answer }: Pick<AlertDetail, 'answer'>, correcting: boolean): AnswerValues {
  const former = correcting ? answer : null;
  return {
    action: former?.action ?? '',
    amount: former?.refundAmount ?? '',
    refundReference: former?.refundReference ?? '',
    reason: former?.reason ?? '',
    comments: former?.comments ?? '',
    preventiveActions: former?.preventiveActions ?? '',
    evidence: null,
    onBehalfReason: '',
    despiteRefund: false,
  };
}

const chosen = (action: string): AnswerAction | undefined => ANSWER_ACTIONS.find((one) => one === action);

/** Whether the choice may say how much went back. */
export const takesAmount = (action: string): boolean => action === 'REFUND' || action === 'MARK_FRAUD';

/** Whether money went back, for this alert or before it, that a reference can prove. */
export const takesReference = (action: string): boolean => takesAmount(action) || action === 'INVALID_REFUNDED_BEFORE';

/** What is sent: fields the choice doesn't take stay out; undefined while nothing is chosen. */
export function toAnswer(
  alert: Pick<AlertDetail, 'id' | 'evidenceFiles'>,
  { action, amount, refundReference, reason, comments, preventiveActions, onBehalfReason, despiteRefund }: AnswerValues,
): (AnswerInput & { onBehalfReason: string }) | undefined {
  const known = chosen(action);
  if (!known) return undefined;
  return {
    id: alert.id,
    action: known,
    reason,
    comments: comments.trim() || null,
    preventiveActions: preventiveActions.trim() || null,
    evidence: alert.evidenceFiles.filter(({ removed }) => !removed).map(({ id }) => id),
    onBehalfReason,
    ...(takesAmount(known) && Number(amount) > 0 && { refundAmount: Number(amount) }),
    ...(takesReference(known) && { refundReference: refundReference.trim() || null }),
    ...(despiteRefund && { despiteRefund }),
  };
}
