import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Locale } from '../kernel/locale.ts';
import { amountToNumber, amountToSql } from '../kernel/money.ts';
import { after, HOUR, inZone } from '../kernel/time.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { ACTION_LABELS, mailQueue } from '../notifications/index.ts';
import { tellMerchant } from '../telling/index.ts';
import { processStatusAfter, type Refund, refundedValue } from './answer-rules.ts';
import { insertFeedback } from './answer-store.ts';
import { deleteDrafts } from './draft-store.ts';
import { attachEvidence } from './evidence-store.ts';
import { feedbackPlace } from './feedback-place.ts';
import { type AlertRow, insertEvents, updateAlert } from './intake-store.ts';
import { shortAmount } from './notify.ts';
import { type SubmittedAnswer, toldReason } from './on-behalf.ts';

/** A merchant's rule that answers; its name as it is then. */
export interface AnsweringRule {
  ruleId: number;
  ruleName: string;
}

/** An answer whose rules have been checked against its alert. */
export interface CheckedAnswer {
  input: SubmittedAnswer;
  refund: Refund;
  /** Ids of the files it cites. */
  evidence: string[];
  /** Who answered instead of a person. */
  rule?: AnsweringRule;
}

/**
 * Writes an alert's answer: its row, the alert's state at once, its history, what sends it, its confirmation by mail.
 * `number` 1 is the alert's first answer; later ones are corrections. Under the alert's lock.
 */
export async function storeAnswer(ctx: Context, alert: AlertRow, answer: CheckedAnswer, number: number): Promise<void> {
  const { input, refund, evidence, rule } = answer;
  const now = ctx.now();
  const late = now > alert.deadline;
  const refundAmount = refund.amount === null ? null : amountToSql(refund.amount);
  const idempotencyKey = uuidv7(now);
  const content = {
    reason: input.reason,
    comments: input.comments || null,
    preventiveActions: input.preventiveActions || null,
    refundReference: input.refundReference || null,
    evidence,
  };
  const feedbackId = await insertFeedback(ctx.db, {
    alertRef: alert.id,
    number,
    idempotencyKey,
    action: input.action,
    refunded: refundedValue(input.action, refund),
    refundAmount,
    contentEnc: ctx.ports.cipher.seal(JSON.stringify(content), feedbackPlace(idempotencyKey)),
    submittedBy: actorRef(ctx.actor),
    submittedTime: now,
  });
  await attachEvidence(ctx.db, evidence, feedbackId);
  await deleteDrafts(ctx.db, alert.id);
  await updateAlert(
    ctx.db,
    alert.id,
    {
      processStatus: processStatusAfter(input.action),
      processAction: input.action,
      processTime: now,
      feedbackStatus: 'QUEUED',
      feedbackTime: now,
      feedbackData: JSON.stringify({ action: input.action, refundAmount, currency: alert.currency, evidence, late }),
    },
    now,
  );
  await insertEvents(ctx.db, [
    {
      alertRef: alert.id,
      kind: number === 1 ? 'ANSWERED' : 'CORRECTED',
      actor: actorRef(ctx.actor),
      at: now,
      data: {
        action: input.action,
        refundAmount: refund.amount === null ? null : amountToNumber(refund.amount),
        currency: alert.currency,
        late,
        ...rule,
        ...(input.onBehalf !== undefined && { onBehalf: input.onBehalf }),
      },
    },
  ]);
  ctx.emit({
    topic: 'alert.answer',
    key: `answer:${feedbackId}`,
    payload: { feedbackId },
    deadline: lastChance(alert.deadline, now),
  });
  await confirmByMail(ctx, alert, answer, number);
}

/** A late answer is still sent: some networks take it, and the merchant has acted on it. */
export function lastChance(deadline: Date, now: Date): Date {
  return new Date(Math.max(deadline.getTime(), after(now, 2 * HOUR).getTime()));
}

async function confirmByMail(
  ctx: Context,
  alert: AlertRow,
  { input, refund, rule }: CheckedAnswer,
  number: number,
): Promise<void> {
  if (alert.merchantId === null) return;
  await tellMerchant(mailQueue(ctx, ctx.db, ctx.emit), {
    merchantId: alert.merchantId,
    kind: rule ? 'rule.answered' : 'alert.answered',
    key: `${alert.id}:${number}`,
    alertRef: alert.id,
    cardId: null,
    urgent: false,
    facts: (locale, timeZone) => ({
      alertId: alert.alertId,
      action: ACTION_LABELS[locale][input.action],
      refund: refund.amount === null ? NONE[locale] : `${shortAmount(refund.amount, alert.currency)} ${alert.currency}`,
      reason: toldReason(input, locale),
      submittedTime: inZone(ctx.now(), timeZone),
      ...(rule && { rule: rule.ruleName, next: NEXT[locale][refund.amount === null ? 'none' : 'refund'] }),
      loginUrl: `${ctx.ports.publicUrl}/alerts/${alert.id}`,
    }),
  });
}

const NONE: Record<Locale, string> = { 'zh-CN': '无', en: 'none' };

/** What is left to do for who reads that a rule has answered. */
const NEXT: Record<Locale, Record<'refund' | 'none', string>> = {
  'zh-CN': {
    refund: '预警服务方会收到“已退款”。我们不会替您退款：请立即在您的收单平台完成这笔退款。',
    none: '除此之外无需其他操作。',
  },
  en: {
    refund:
      'The alert network is told that you have refunded. We move no money: make this refund at your acquirer now.',
    none: 'There is nothing else to do.',
  },
};
