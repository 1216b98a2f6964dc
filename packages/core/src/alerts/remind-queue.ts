import { commit } from '../kernel/commit.ts';
import type { Core, Executor } from '../kernel/context.ts';
import { mailQueue, tellQueueDue } from '../notifications/index.ts';
import { expireQueued } from './expire-alerts.ts';
import { insertEvents } from './intake-store.ts';
import { dueSteps, QUEUE_STEPS } from './queue-steps.ts';
import { lockQueued, queueAhead, stepsTold } from './queue-store.ts';

/** As many as are looked at; the soonest come first, and the rest the minute after. */
const LOOKED_AT = 2000;
const EXPIRE_BATCH = 200;

/** What a minute brings for alerts that wait for staff: those past their deadline are marked, admins hear again of the others (0061). */
export async function watchQueue(core: Core): Promise<void> {
  let marked: number;
  do marked = await expireQueued(core, EXPIRE_BATCH);
  while (marked === EXPIRE_BATCH);
  await remindQueue(core);
}

/**
 * Tells admins again of alerts that are still in the queue: one mail about all of it whenever an alert reaches a step. The alerts' histories
 * say what was told, in the mails' own transaction, so each step is told once an alert however many workers look. Answers of how many.
 */
export async function remindQueue(core: Core): Promise<number> {
  return commit(core, async (tx, emit) => {
    const now = core.now();
    const waiting = await queueAhead(tx, now, LOOKED_AT).execute();
    const due = dueSteps(await withTold(tx, waiting), now);
    const locked = await lockQueued(
      tx,
      due.map(({ id }) => id),
    );
    // Once more, now that they are ours: another worker may have told them while this one looked.
    const mine = waiting.filter(({ id }) => locked.has(id));
    const steps = dueSteps(await withTold(tx, mine), now);
    const [first] = steps;
    if (!first) return 0;
    await insertEvents(
      tx,
      steps.map(({ id, step }) => ({ alertRef: id, kind: step, level: 'WARN', actor: 'system:queue', at: now })),
    );
    await tellQueueDue(mailQueue(core, tx, emit), `${first.id}:${first.step}`, waiting);
    return steps.length;
  });
}

/** The alerts with the steps their histories say were told. */
async function withTold<T extends { id: number }>(tx: Executor, alerts: readonly T[]) {
  const ids = alerts.map(({ id }) => id);
  const told = new Set((await stepsTold(tx, ids)).map(({ alertRef, kind }) => `${alertRef} ${kind}`));
  return alerts.map((alert) => ({ ...alert, told: QUEUE_STEPS.filter((step) => told.has(`${alert.id} ${step}`)) }));
}
