import { type FeedbackRow, feedbackById, latestFeedback, updateFeedback } from './answer-store.ts';
import { noteExpired } from './expire-alerts.ts';
import { feedbackAfterNotice, outcomeOf } from './feedback-state.ts';
import type { AlertStatusNotice } from './incoming.ts';
import { type AlertRow, alertRefById, insertEvents, lockAlert, updateAlert } from './intake-store.ts';
import type { FeedbackStatus } from './model.ts';
import type { Recording } from './record-alerts.ts';
import { sendingOf } from './sending-store.ts';
import { tellPeople } from './settle-answer.ts';

/**
 * A status callback about an alert. False when we don't have the alert: the callback may be earlier than it, so it waits.
 * Callbacks come in any order: the answer's state moves until it is final, whenever its notice was written; of two outcomes of the
 * dispute the later one stays.
 */
export async function applyAlertStatus(recording: Recording, notice: AlertStatusNotice): Promise<boolean> {
  const { core, tx } = recording;
  const alertRef = await alertRefById(tx, notice.alertId);
  const alert = alertRef === undefined ? undefined : await lockAlert(tx, alertRef);
  if (!alert) return false;
  const now = core.now();
  const outcome = outcomeOf(notice.status);
  const older = outcome !== null && alert.statusTime !== null && notice.time < alert.statusTime;
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
  const next = await stateAfter(recording, alert, notice);
  await updateAlert(
    tx,
    alert.id,
    {
      ...(next !== alert.feedbackStatus && { feedbackStatus: next, feedbackTime: now }),
      ...(outcome && !older && { outcome, statusTime: notice.time }),
    },
    now,
  );
  if (next !== alert.feedbackStatus) await closeAnswer(recording, alert, next);
  return true;
}

/** A correction that hasn't been sent yet can't be what the provider accepts or refuses: such a notice is about the answer before it. */
async function stateAfter({ tx }: Recording, alert: AlertRow, notice: AlertStatusNotice): Promise<FeedbackStatus> {
  const next = feedbackAfterNotice(alert.feedbackStatus, notice.status);
  if (alert.program === 'RDR') return alert.feedbackStatus;
  if (next === alert.feedbackStatus || next === 'EXPIRED') return next;
  const latest = await latestFeedback(tx, alert.id);
  return latest && (await isAbout(tx, latest, notice)) ? next : alert.feedbackStatus;
}

async function isAbout(tx: Recording['tx'], latest: FeedbackRow, notice: AlertStatusNotice): Promise<boolean> {
  if (latest.number === 1) return true;
  return notice.time >= latest.submittedTime && (await sendingOf(tx, latest.id)).attempts > 0;
}

/** The provider has decided: nothing is sent any more, and a no is told to people as if it had come at once (promise 3). */
async function closeAnswer(recording: Recording, alert: AlertRow, status: FeedbackStatus): Promise<void> {
  const { core, tx } = recording;
  const latest = await latestFeedback(tx, alert.id);
  if (!latest) {
    if (status === 'EXPIRED') await noteExpired(recording, [alert]);
    return;
  }
  const now = core.now();
  await updateFeedback(tx, latest.id, {
    closedTime: now,
    sentTime: latest.sentTime ?? now,
    failureReason: status === 'REJECTED' ? 'REFUSED' : null,
  });
  const feedback = await feedbackById(tx, latest.id);
  if (feedback && (status === 'REJECTED' || status === 'EXPIRED')) await tellPeople(recording, feedback, status);
}
