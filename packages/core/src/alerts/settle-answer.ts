import { after, HOUR, inZone } from '../kernel/time.ts';
import { ACTION_LABELS, mailQueue } from '../notifications/index.ts';
import { feedbackById, updateFeedback } from './answer-store.ts';
import { announceAnswerTrouble } from './answer-trouble.ts';
import { insertEvents, lockAlert, updateAlert } from './intake-store.ts';
import type { AnswerAction, AnswerFailure, EventKind, FeedbackStatus } from './model.ts';
import type { Recording } from './record-alerts.ts';

type Feedback = NonNullable<Awaited<ReturnType<typeof feedbackById>>>;

export interface AnswerProgress {
  status: Extract<FeedbackStatus, 'PENDING_RETRY' | 'SENT' | 'ACCEPTED' | 'REJECTED' | 'EXPIRED'>;
  attempt: number;
  failure?: AnswerFailure;
  /** Until when sending is tried; only while it is. */
  deadline?: Date;
}

const EVENTS: Record<AnswerProgress['status'], { kind: EventKind; level: 'INFO' | 'WARN' | 'ERROR' }> = {
  PENDING_RETRY: { kind: 'ANSWER_RETRY', level: 'WARN' },
  SENT: { kind: 'ANSWER_SENT', level: 'INFO' },
  ACCEPTED: { kind: 'ANSWER_ACCEPTED', level: 'INFO' },
  REJECTED: { kind: 'ANSWER_REJECTED', level: 'ERROR' },
  EXPIRED: { kind: 'ANSWER_EXPIRED', level: 'ERROR' },
};

const FINAL: readonly FeedbackStatus[] = ['ACCEPTED', 'REJECTED', 'EXPIRED'];

/**
 * Writes how far an answer has got. What a status callback has made final stays; a late "sent" after ACCEPTED changes nothing.
 * When it fails for good, or the deadline is near and it still isn't out, merchant and operator are told (promise 3).
 */
export async function settleAnswer(recording: Recording, feedback: Feedback, progress: AnswerProgress): Promise<void> {
  const { core, tx } = recording;
  const now = core.now();
  const alert = await lockAlert(tx, feedback.alertRef);
  if (!alert || FINAL.includes(alert.feedbackStatus)) return;
  // Closed meanwhile, by a callback or by a correction: the alert's state is another answer's business.
  if ((await feedbackById(tx, feedback.id))?.closedTime !== null) return;
  if (progress.status === 'PENDING_RETRY' && alert.feedbackStatus === 'SENT') return;
  const delivered = progress.status === 'SENT' || progress.status === 'ACCEPTED';
  await updateFeedback(tx, feedback.id, {
    ...(delivered && { sentTime: now }),
    ...(FINAL.includes(progress.status) && { closedTime: now }),
    failureReason: progress.failure ?? null,
  });
  await updateAlert(tx, alert.id, { feedbackStatus: progress.status, feedbackTime: now }, now);
  const { kind, level } = EVENTS[progress.status];
  await insertEvents(tx, [
    { alertRef: alert.id, kind, level, actor: 'system:answers', at: now, data: { attempt: progress.attempt } },
  ]);

  const nearDeadline =
    progress.status === 'PENDING_RETRY' && (progress.attempt >= 4 || after(now, 2 * HOUR) > alert.deadline);
  if (progress.status === 'REJECTED' || progress.status === 'EXPIRED' || nearDeadline)
    await tellPeople(recording, feedback, progress.status);
}

/** Mails merchant and admins about an answer that isn't through; once per kind of trouble. */
export async function tellPeople(
  { core, tx, emit }: Recording,
  feedback: Feedback,
  status: AnswerProgress['status'],
): Promise<void> {
  const queue = mailQueue(core, tx, emit);
  const kind = status === 'PENDING_RETRY' ? 'waiting' : status === 'EXPIRED' ? 'expired' : 'refused';
  const facts = (locale: 'zh-CN' | 'en', timeZone: string) => ({
    alertId: feedback.alertId,
    action: ACTION_LABELS[locale][feedback.action as AnswerAction],
    deadline: inZone(feedback.deadline, timeZone),
  });
  await announceAnswerTrouble(queue, {
    alertRef: feedback.alertRef,
    number: feedback.number,
    trouble: kind,
    facts,
    loginUrl: `${core.ports.publicUrl}/alerts/${feedback.alertRef}`,
    merchantId: feedback.merchantId,
    cardId: feedback.cardId,
  });
}
