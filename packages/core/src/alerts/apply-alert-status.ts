import { latestFeedback, updateFeedback } from './answer-store.ts';
import { feedbackAfterNotice, outcomeOf } from './feedback-state.ts';
import type { AlertStatusNotice } from './incoming.ts';
import { alertRefById, insertEvents, lockAlert, updateAlert } from './intake-store.ts';
import type { Recording } from './record-alerts.ts';

/**
 * A status callback about an alert. False when we don't have the alert: the callback may be earlier than it, so it waits.
 * An older notice than the last is noted, but moves nothing.
 */
export async function applyAlertStatus({ core, tx }: Recording, notice: AlertStatusNotice): Promise<boolean> {
  const alertRef = await alertRefById(tx, notice.alertId);
  const alert = alertRef === undefined ? undefined : await lockAlert(tx, alertRef);
  if (!alert) return false;
  const now = core.now();
  const older = alert.statusTime !== null && notice.time < alert.statusTime;
  const next = older ? alert.feedbackStatus : feedbackAfterNotice(alert.feedbackStatus, notice.status);
  const outcome = older ? null : outcomeOf(notice.status);
  await insertEvents(tx, [
    {
      alertRef: alert.id,
      kind: 'STATUS_RECEIVED',
      level: notice.status === 'REJECTED' || notice.status === 'CHARGEBACK' ? 'WARN' : 'INFO',
      actor: 'system:network',
      at: now,
      data: { status: notice.status, older },
    },
  ]);
  if (next !== alert.feedbackStatus) {
    const feedback = await latestFeedback(tx, alert.id);
    if (feedback)
      await updateFeedback(tx, feedback.id, {
        closedTime: now,
        sentTime: feedback.sentTime ?? now,
        failureReason: next === 'REJECTED' ? 'REFUSED' : null,
      });
  }
  await updateAlert(
    tx,
    alert.id,
    {
      ...(next !== alert.feedbackStatus && { feedbackStatus: next, feedbackTime: now }),
      ...(outcome && { outcome }),
      ...(!older && { statusTime: notice.time }),
    },
    now,
  );
  return true;
}
