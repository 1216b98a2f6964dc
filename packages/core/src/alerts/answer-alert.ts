import { changed } from '../kernel/changed.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { checkReference, checkRefund, processStatusAfter, refuseAnswer } from './answer-rules.ts';
import { citeEvidence } from './cite-evidence.ts';
import { guardRefund } from './guard-refund.ts';
import { type AlertRow, insertEvents, updateAlert } from './intake-store.ts';
import { shortAmount } from './notify.ts';
import { type GivenAnswer, toldReason } from './on-behalf.ts';
import type { AlertRow } from './intake-store.ts';
import type { AnswerInput } from './model.ts';
import { type CheckedAnswer, storeAnswer } from './store-answer.ts';

/**
 * Gives an alert its first answer, in the caller's transaction, whichever door it came by. The local state changes at once; the worker sends
 * the answer upstream under a key made here. `alert` is locked: of two answers at the same moment one wins, the other
 * gets `ALERT_ALREADY_ANSWERED`.
 */
export async function answerAlert(ctx: Context, alert: AlertRow, input: GivenAnswer): Promise<void> {
  const amount = parseAmount(alert.amount) ?? 0n;
  const refusal = refuseAnswer({ ...alert, amount });
export async function answerAlert(ctx: Context, alert: AlertRow, input: AnswerInput): Promise<void> {
  const refusal = refuseAnswer({ ...alert, amount: parseAmount(alert.amount) ?? 0n });
  if (refusal) throw appError(refusal);
  const answer = await checkAnswer(ctx, alert, input);
  await storeAnswer(ctx, alert, answer, 1);
  auditAnswer(ctx, alert, answer);
}

/** What every answer has to fulfil, first or corrected: its refund and its evidence. */
export async function checkAnswer(ctx: Context, alert: AlertRow, input: AnswerInput): Promise<CheckedAnswer> {
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

async function store(ctx: Context, alert: AlertRow, input: GivenAnswer, refund: Refund): Promise<void> {
  const now = ctx.now();
  const refundAmount = refund.amount === null ? null : amountToSql(refund.amount);
  const idempotencyKey = uuidv7(now);
  const content = {
    reason: input.reason,
    comments: input.comments || null,
    preventiveActions: input.preventiveActions || null,
    evidence: input.evidence ?? [],
  };
  const feedbackId = await insertFeedback(ctx.db, {
    alertRef: alert.id,
    number: 1,
    idempotencyKey,
    action: input.action,
    refunded: refundedValue(input.action, refund),
    refundAmount,
    contentEnc: ctx.ports.cipher.seal(JSON.stringify(content), feedbackPlace(idempotencyKey)),
    submittedBy: actorRef(ctx.actor),
    submittedTime: now,
  });
  await attachEvidence(ctx.db, content.evidence, feedbackId);
  await updateAlert(
    ctx.db,
    alert.id,
    {
      processStatus: processStatusAfter(input.action),
      processAction: input.action,
      processTime: now,
      feedbackStatus: 'QUEUED',
      feedbackTime: now,
      feedbackData: JSON.stringify({
        action: input.action,
        refundAmount,
        currency: alert.currency,
        evidence: content.evidence,
        late: now > alert.deadline,
      }),
    },
    now,
  );
  await insertEvents(ctx.db, [
    {
      alertRef: alert.id,
      kind: 'ANSWERED',
      actor: actorRef(ctx.actor),
      at: now,
      data: {
        action: input.action,
        refundAmount: refund.amount === null ? null : amountToNumber(refund.amount),
        currency: alert.currency,
        late: now > alert.deadline,
        ...(input.onBehalf !== undefined && { onBehalf: input.onBehalf }),
      },
    },
  ]);
  // A late answer is still sent: some networks take it, and the merchant has acted on it.
  const lastChance = new Date(Math.max(alert.deadline.getTime(), after(now, 2 * HOUR).getTime()));
  ctx.emit({ topic: 'alert.answer', key: `answer:${feedbackId}`, payload: { feedbackId }, deadline: lastChance });
}

async function confirmByMail(ctx: Context, alert: AlertRow, input: GivenAnswer, refund: Refund): Promise<void> {
  if (alert.merchantId === null) return;
  await tellMerchant(mailQueue(ctx, ctx.db, ctx.emit), {
    merchantId: alert.merchantId,
    kind: 'alert.answered',
    key: `${alert.id}:1`,
    alertRef: alert.id,
    cardId: null,
    urgent: false,
    facts: (locale, timeZone) => ({
      alertId: alert.alertId,
      action: ACTION_LABELS[locale][input.action],
      refund: refund.amount === null ? NONE[locale] : `${shortAmount(refund.amount, alert.currency)} ${alert.currency}`,
      reason: toldReason(input, locale),
      submittedTime: inZone(ctx.now(), timeZone),
      loginUrl: `${ctx.ports.publicUrl}/alerts/${alert.id}`,
    }),
  });
}

const NONE: Record<Locale, string> = { 'zh-CN': '无', en: 'none' };
