import type { Executor } from '../kernel/context.ts';

/** Every answer given to an alert, oldest first. */
export async function answersOf(db: Executor, alertRef: number) {
  return db
    .selectFrom('alertFeedbacks')
    .selectAll()
    .where('alertRef', '=', alertRef)
    .orderBy('number')
    .limit(20)
    .execute();
}

/** The tries to send an answer, with the id of the effect they belong to. */
export async function triesOf(db: Executor, feedbackId: number) {
  return db
    .selectFrom('outbox as o')
    .innerJoin('effectAttempts as t', 't.outboxId', 'o.id')
    .where('o.topic', '=', 'alert.answer')
    .where('o.effectKey', '=', `answer:${feedbackId}`)
    .orderBy('t.number')
    .select(['t.outboxId', 't.number', 't.startedTime', 't.endedTime', 't.outcome'])
    .limit(100)
    .execute();
}

/** The calls about an alert's answers in the interface log. */
export async function answerCallsOf(db: Executor, alertId: string) {
  return db
    .selectFrom('interfaceCalls')
    .where('subject', '=', `alert:${alertId}`)
    .where('operation', '=', 'provider.feedback')
    .orderBy('atTime')
    .select(['id', 'requestId', 'attempt', 'status', 'response'])
    .limit(200)
    .execute();
}

export async function fileDigests(db: Executor, alertRef: number) {
  return db
    .selectFrom('alertEvidence')
    .where('alertRef', '=', alertRef)
    .select(['id', 'fileName', 'size', 'sha256'])
    .orderBy('createdTime')
    .orderBy('id')
    .execute();
}

/** Whose alert it is, and in which zone its people read times. */
export async function readerOf(db: Executor, merchantId: number) {
  return db.selectFrom('merchants').select(['companyName', 'timeZone']).where('id', '=', merchantId).executeTakeFirst();
}
