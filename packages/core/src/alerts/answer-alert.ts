import { changed } from '../kernel/changed.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { checkReference, checkRefund, processStatusAfter, refuseAnswer } from './answer-rules.ts';
import { citeEvidence } from './cite-evidence.ts';
import { guardRefund } from './guard-refund.ts';
import type { AlertRow } from './intake-store.ts';
import type { SubmittedAnswer } from './on-behalf.ts';
import { type AnsweringRule, type CheckedAnswer, storeAnswer } from './store-answer.ts';

/**
 * Gives an alert its first answer, in the caller's transaction, whichever door it came by. The local state changes at once; the worker sends
 * the answer upstream under a key made here. `alert` is locked: of two answers at the same moment one wins, the other
 * gets `ALERT_ALREADY_ANSWERED`. `rule`: the merchant's rule that answers instead of a person; everything that tells of the answer names it.
 */
export async function answerAlert(
  ctx: Context,
  alert: AlertRow,
  input: SubmittedAnswer,
  rule?: AnsweringRule,
): Promise<void> {
  const refusal = refuseAnswer({ ...alert, amount: parseAmount(alert.amount) ?? 0n });
  if (refusal) throw appError(refusal);
  const answer = await checkAnswer(ctx, alert, input);
  await storeAnswer(ctx, alert, { ...answer, ...(rule && { rule }) }, 1);
  auditAnswer(ctx, alert, answer);
}

/** What every answer has to fulfil, first or corrected: its refund and its evidence. */
export async function checkAnswer(ctx: Context, alert: AlertRow, input: SubmittedAnswer): Promise<CheckedAnswer> {
  const amount = parseAmount(alert.amount) ?? 0n;
  const refund = checkRefund(input.action, input.refundAmount, { ...alert, amount });
  if (typeof refund === 'string')
    throw appError(refund, { field: 'refundAmount', highest: amountToNumber(amount), currency: alert.currency });
  const misplaced = checkReference(input.action, input.refundReference);
  if (misplaced) throw appError(misplaced, { field: 'refundReference' });
  if (refund.amount !== null) await guardRefund(ctx, alert, refund.amount, input.despiteRefund ?? false);
  return { input, refund, evidence: await citeEvidence(ctx, alert, input) };
}

export function auditAnswer(ctx: Context, alert: AlertRow, { input, refund, evidence }: CheckedAnswer): void {
  ctx.audit({
    targetType: 'alert',
    targetId: alert.id,
    detail: {
      alertId: alert.alertId,
      action: input.action,
      refunded: refund.amount !== null,
      evidence,
      onBehalf: input.onBehalf,
    },
    ...changed(alert, { processStatus: processStatusAfter(input.action), feedbackStatus: 'QUEUED' }),
  });
}
