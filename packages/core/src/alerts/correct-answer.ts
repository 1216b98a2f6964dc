import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { parseAmount } from '../kernel/money.ts';
import { command } from '../kernel/operation.ts';
import { rememberReason } from '../snippets/index.ts';
import { auditAnswer, checkAnswer } from './answer-alert.ts';
import { refuseAnswer } from './answer-rules.ts';
import { latestFeedback, updateFeedback } from './answer-store.ts';
import { refuseCorrection } from './correction-rules.ts';
import { type AlertRow, lockAlert } from './intake-store.ts';
import { AlertDetail } from './model.ts';
import { givenBy, type SubmittedAnswer } from './on-behalf.ts';
import { ProcessInput } from './on-behalf-model.ts';
import { lockSending, stopSending } from './sending-store.ts';
import { findAlertRef } from './store.ts';
import { storeAnswer } from './store-answer.ts';
import { viewAlert } from './view-alert.ts';

/**
 * puts another answer in the place of one that certainly hasn't taken effect upstream: not sent yet, or refused there, before or after
 * the deadline. Errors: `ALERT_NOT_FOUND`, those of {@link replaceAnswer}.
 */
export const correctAnswer = command('alerts.correct', {
  permission: 'alert:process',
  input: ProcessInput,
  output: AlertDetail,
  summary: 'Correct an answer that the alert network has not taken, or send another one after it was refused.',
}).run(async (ctx, input) => {
  const alertRef = await findAlertRef(ctx, input.id);
  const alert = alertRef === undefined ? undefined : await lockAlert(ctx.db, alertRef);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  await replaceAnswer(ctx, alert, givenBy(ctx, input));
  if (ctx.actor.kind === 'merchant') await rememberReason(ctx, ctx.actor.merchantId, input);
  return viewAlert(ctx, alert.id);
});

/**
 * The former answer is closed and its sending stopped in the same transaction, so that it never goes out afterwards. `alert` is locked.
 * Errors: `ANSWER_NOT_GIVEN`; `ANSWER_FINAL` when it has arrived; `ANSWER_UNDER_WAY` while a try is in flight or its outcome isn't known;
 * those of an answer.
 */
export async function replaceAnswer(ctx: Context, alert: AlertRow, input: SubmittedAnswer): Promise<void> {
  const refusal = refuseAnswer({ ...alert, processStatus: 'PENDING', amount: parseAmount(alert.amount) ?? 0n });
  if (refusal) throw appError(refusal);
  const former = await latestFeedback(ctx.db, alert.id);
  if (!former) throw appError('ANSWER_NOT_GIVEN');
  const sending = await lockSending(ctx.db, former.id);
  const unlike = refuseCorrection(alert, sending ?? { underWay: true, unknown: false, delivered: false });
  if (unlike) throw appError(unlike);
  const answer = await checkAnswer(ctx, alert, input);
  if (former.closedTime === null) {
    await updateFeedback(ctx.db, former.id, { closedTime: ctx.now(), failureReason: 'SUPERSEDED' });
    if (sending) await stopSending(ctx.db, sending.id, ctx.now());
  }
  await storeAnswer(ctx, alert, answer, former.number + 1);
  auditAnswer(ctx, alert, answer);
}
