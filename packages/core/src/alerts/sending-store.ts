import type { Executor } from '../kernel/context.ts';
import type { Tries } from './correction-rules.ts';

const DUE = 0;
const DONE = 1;
const DEAD = 2;

function sending(db: Executor, feedbackId: number) {
  return db
    .selectFrom('outbox')
    .select(['id', 'status', 'attempts', 'leaseToken'])
    .where('topic', '=', 'alert.answer')
    .where('effectKey', '=', `answer:${feedbackId}`);
}

/** How often sending an answer was tried, and what came of it. */
export async function sendingOf(db: Executor, feedbackId: number): Promise<Tries & { attempts: number }> {
  const row = await sending(db, feedbackId).executeTakeFirst();
  return row ? read(db, row) : { attempts: 0, underWay: false, unknown: false, delivered: false };
}

/**
 * The same with the sending stopped for the rest of the transaction: no worker can claim it meanwhile. Undefined when one has it in hand
 * this very moment. Its row is never waited for: who closes a try locks it before the alert, we come from the alert.
 */
export async function lockSending(db: Executor, feedbackId: number): Promise<(Tries & { id: number }) | undefined> {
  const row = await sending(db, feedbackId).forUpdate().skipLocked().executeTakeFirst();
  return row ? { id: row.id, ...(await read(db, row)) } : undefined;
}

async function read(
  db: Executor,
  row: { id: number; status: number; attempts: number; leaseToken: string | null },
): Promise<Tries & { attempts: number }> {
  const tries = await db.selectFrom('effectAttempts').select('outcome').where('outboxId', '=', row.id).execute();
  const outcomes = new Set<string>(tries.map(({ outcome }) => outcome));
  return {
    attempts: row.attempts,
    underWay: row.status === DUE && row.leaseToken !== null,
    unknown: outcomes.has('AMBIGUOUS') || outcomes.has('STARTED'),
    delivered: outcomes.has('DONE'),
  };
}

/** Nobody sends it any more. */
export async function stopSending(db: Executor, outboxId: number, now: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ status: DONE, doneTime: now, leaseToken: null, lastError: 'replaced by a correction' })
    .where('id', '=', outboxId)
    .execute();
}

/** A sending that was given up begins again, under the same key with the same bytes. */
export async function restartSending(db: Executor, outboxId: number, now: Date, deadline: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ status: DUE, nextTime: now, deadline, doneTime: null, leaseToken: null })
    .where('id', '=', outboxId)
    .where('status', '=', DEAD)
    .execute();
}
