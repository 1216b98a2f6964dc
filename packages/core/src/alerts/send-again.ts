import { actorRef } from '../kernel/actor.ts';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { latestFeedback, updateFeedback } from './answer-store.ts';
import { refuseSendAgain } from './correction-rules.ts';
import { insertEvents, lockAlert, updateAlert } from './intake-store.ts';
import { AlertDetail, AlertId } from './model.ts';
import { lockSending, restartSending } from './sending-store.ts';
import { findAlertRef } from './store.ts';
import { lastChance } from './store-answer.ts';
import { viewAlert } from './view-alert.ts';

/**
 * Sends an answer that ran out of time once more: the same bytes under the same key, so that one which did arrive can't become a second
 * answer. Errors: `ALERT_NOT_FOUND`, `ANSWER_NOT_GIVEN`, `ANSWER_FINAL`, `ANSWER_UNDER_WAY`.
 */
export const sendAgain = command('alerts.sendAgain', {
  permission: 'alert:process',
  input: AlertId,
  output: AlertDetail,
  summary: 'Send an answer again that did not reach the alert network in time.',
}).run(async (ctx, { id }) => {
  const alertRef = await findAlertRef(ctx, id);
  const alert = alertRef === undefined ? undefined : await lockAlert(ctx.db, alertRef);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  if (alert.holdReason !== null) throw appError('ALERT_HELD');
  const feedback = await latestFeedback(ctx.db, alert.id);
  if (!feedback) throw appError('ANSWER_NOT_GIVEN');
  const sending = await lockSending(ctx.db, feedback.id);
  const refusal = refuseSendAgain(alert, sending ?? { underWay: true, unknown: false, delivered: false });
  if (refusal || !sending) throw appError(refusal ?? 'ANSWER_UNDER_WAY');
  const now = ctx.now();
  await updateFeedback(ctx.db, feedback.id, { closedTime: null, sentTime: null, failureReason: null });
  await restartSending(ctx.db, sending.id, now, lastChance(alert.deadline, now));
  await updateAlert(ctx.db, alert.id, { feedbackStatus: 'QUEUED', feedbackTime: now }, now);
  await insertEvents(ctx.db, [{ alertRef: alert.id, kind: 'SENT_AGAIN', actor: actorRef(ctx.actor), at: now }]);
  ctx.audit({
    targetType: 'alert',
    targetId: alert.id,
    detail: { alertId: alert.alertId, action: feedback.action },
    ...changed(alert, { feedbackStatus: 'QUEUED' }),
  });
  ctx.afterCommit(() => ctx.ports.bell.ring('outbound'));
  return viewAlert(ctx, alert.id);
});
