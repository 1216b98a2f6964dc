import type { DB, Db, Tx } from '@forewarn/db';
import type { Insertable, Updateable } from 'kysely';

type Executor = Db | Tx;

export async function insertFeedback(tx: Executor, row: Insertable<DB['alertFeedbacks']>): Promise<number> {
  const result = await tx.insertInto('alertFeedbacks').values(row).executeTakeFirstOrThrow();
  return Number(result.insertId);
}

/** An alert's answers, newest first. */
export async function feedbacksOf(db: Executor, alertRef: number) {
  return db
    .selectFrom('alertFeedbacks')
    .selectAll()
    .where('alertRef', '=', alertRef)
    .orderBy('number', 'desc')
    .execute();
}
export type FeedbackRow = Awaited<ReturnType<typeof feedbacksOf>>[number];

export async function latestFeedback(db: Executor, alertRef: number) {
  return db
    .selectFrom('alertFeedbacks')
    .selectAll()
    .where('alertRef', '=', alertRef)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The answer with what sending it needs of its alert. */
export async function feedbackById(db: Executor, id: number) {
  return db
    .selectFrom('alertFeedbacks as f')
    .innerJoin('chargebackAlerts as a', 'a.id', 'f.alertRef')
    .where('f.id', '=', id)
    .select([
      'f.id',
      'f.alertRef',
      'f.number',
      'f.idempotencyKey',
      'f.action',
      'f.refunded',
      'f.refundAmount',
      'f.contentEnc',
      'f.bodyEnc',
      'f.closedTime',
      'f.sentTime',
      'a.alertId',
      'a.currency',
      'a.deadline',
      'a.feedbackStatus',
      'a.merchantId',
      'a.cardId',
    ])
    .executeTakeFirst();
}

export async function updateFeedback(
  db: Executor,
  id: number,
  change: Updateable<DB['alertFeedbacks']>,
): Promise<void> {
  await db.updateTable('alertFeedbacks').set(change).where('id', '=', id).execute();
}

/** The bytes are written once; whoever comes second sends what the first has written. */
export async function keepBody(db: Db, id: number, bodyEnc: Buffer): Promise<void> {
  await db.updateTable('alertFeedbacks').set({ bodyEnc }).where('id', '=', id).where('bodyEnc', 'is', null).execute();
}

export async function merchantContact(db: Executor, merchantId: number) {
  return db
    .selectFrom('merchants')
    .select(['email', 'locale', 'timeZone', 'status', 'companyName'])
    .where('id', '=', merchantId)
    .executeTakeFirst();
}

/** The name of the rule that answered, as the alert's history keeps it. */
export async function answeringRule(db: Executor, alertRef: number, actor: string): Promise<string> {
  const row = await db
    .selectFrom('alertEvents')
    .select('data')
    .where('alertRef', '=', alertRef)
    .where('kind', '=', 'ANSWERED')
    .where('actor', '=', actor)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { ruleName } = JSON.parse(row?.data ?? '{}') as { ruleName?: string };
  return ruleName ?? '';
}

/** Answers that wait, yet nothing is going to send them: what the reconciler looks for. */
export async function strandedFeedbacks(db: Db, before: Date) {
  return db
    .selectFrom('alertFeedbacks as f')
    .leftJoin('outbox as o', (join) =>
      join
        .on('o.topic', '=', 'alert.answer')
        .on((eb) => eb('o.effectKey', '=', eb.fn<string>('concat', [eb.val('answer:'), 'f.id']))),
    )
    .where('f.closedTime', 'is', null)
    .where('f.sentTime', 'is', null)
    .where('f.submittedTime', '<', before)
    .where('o.id', 'is', null)
    .select('f.id')
    .limit(200)
    .execute();
}
