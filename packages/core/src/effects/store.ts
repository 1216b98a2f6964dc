import type { Db, Tx } from '@forewarn/db';
import { inTransaction } from '@forewarn/db';
import type { Lane } from '../kernel/effects.ts';
import { after } from '../kernel/time.ts';
import type { AttemptOutcome } from './handler.ts';

export const OUTBOX_STATUS = { DUE: 0, DONE: 1, DEAD: 2 } as const;

export interface ClaimedEffect {
  id: number;
  topic: string;
  payload: string;
  attempt: number;
  /** An attempt that was never closed: the process died between the call and its answer. */
  uncertain: boolean;
  deadline: Date | null;
  createdTime: Date;
}

/**
 * Takes up to `limit` due rows for `lease` milliseconds and opens an attempt row for each, in one transaction, before anything is sent.
 * The lease is `next_time` itself: when it runs out the row is simply due again. KEY k_due serves it without a sort, so that only the
 * rows taken are locked and other workers and inserts pass (`reliability.md` 0.1).
 */
export async function claimEffects(
  db: Db,
  options: { lane: Lane; now: Date; limit: number; lease: number; token: string },
): Promise<ClaimedEffect[]> {
  const { lane, now, limit, lease, token } = options;
  return inTransaction(db, async (tx) => {
    const rows = await dueRows(tx, lane, now, limit).execute();
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    await tx
      .updateTable('outbox')
      .set((eb) => ({ leaseToken: token, attempts: eb('attempts', '+', 1), nextTime: after(now, lease) }))
      .where('id', 'in', ids)
      .execute();
    const open = await tx
      .selectFrom('effectAttempts')
      .select('outboxId')
      .where('outboxId', 'in', ids)
      .where('outcome', '=', 'STARTED')
      .execute();
    const uncertain = new Set(open.map((attempt) => attempt.outboxId));
    if (uncertain.size > 0) await closeCutOff(tx, [...uncertain], now);
    await tx
      .insertInto('effectAttempts')
      .values(rows.map((row) => ({ outboxId: row.id, number: row.attempts + 1, startedTime: now })))
      .execute();
    return rows.map((row) => ({
      id: row.id,
      topic: row.topic,
      payload: row.payload,
      attempt: row.attempts + 1,
      uncertain: uncertain.has(row.id),
      deadline: row.deadline,
      createdTime: row.createdTime,
    }));
  });
}

/** Exported for the EXPLAIN test. */
export function dueRows(db: Db | Tx, lane: Lane, now: Date, limit: number) {
  return db
    .selectFrom('outbox')
    .select(['id', 'topic', 'payload', 'attempts', 'deadline', 'createdTime'])
    .where('lane', '=', lane)
    .where('status', '=', OUTBOX_STATUS.DUE)
    .where('nextTime', '<=', now)
    .orderBy('nextTime')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked();
}

async function closeCutOff(tx: Tx, outboxIds: number[], now: Date): Promise<void> {
  await tx
    .updateTable('effectAttempts')
    .set({ outcome: 'AMBIGUOUS', endedTime: now, detail: 'cut off before its outcome was written down' })
    .where('outboxId', 'in', outboxIds)
    .where('outcome', '=', 'STARTED')
    .execute();
}

export interface Closing {
  id: number;
  attempt: number;
  token: string;
  now: Date;
  /** Nothing was tried: neither counted nor kept. */
  held: boolean;
  outcome: AttemptOutcome;
  detail: string | null;
  next: { status: 0; at: Date } | { status: 1 | 2 };
}

/** Closes a try. False: the lease was lost to another worker, and nothing of this try may be written down. */
export async function closeEffect(tx: Tx, closing: Closing): Promise<boolean> {
  const { id, token, now, next, detail } = closing;
  const result = await tx
    .updateTable('outbox')
    .set((eb) => ({
      ...(closing.held && { attempts: eb('attempts', '-', 1) }),
      status: next.status,
      leaseToken: null,
      lastError: next.status === OUTBOX_STATUS.DONE ? null : detail,
      ...(next.status === OUTBOX_STATUS.DUE ? { nextTime: next.at } : { doneTime: now }),
    }))
    .where('id', '=', id)
    .where('leaseToken', '=', token)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) !== 1) return false;
  if (closing.held) {
    await tx.deleteFrom('effectAttempts').where('outboxId', '=', id).where('number', '=', closing.attempt).execute();
    return true;
  }
  await tx
    .updateTable('effectAttempts')
    .set({ outcome: closing.outcome, endedTime: now, detail })
    .where('outboxId', '=', id)
    .where('number', '=', closing.attempt)
    .execute();
  return true;
}

/** How many effects have been due for longer than `since`, and the oldest of them: the watchdog's and the reconciler's question. */
export async function overdueEffects(db: Db, lane: Lane, since: Date): Promise<{ count: number; oldest: Date | null }> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('nextTime').as('oldest')])
    .where('lane', '=', lane)
    .where('status', '=', OUTBOX_STATUS.DUE)
    .where('nextTime', '<', since)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
}
