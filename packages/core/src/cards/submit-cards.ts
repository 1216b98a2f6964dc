import type { Executor } from '../kernel/context.ts';
import type { Effect } from '../kernel/effects.ts';
import { after } from '../kernel/time.ts';
import { lockCards, submitCardRows } from './bulk-store.ts';

/** Between two enrolments of one batch, in ms: answers with a deadline go out in between, whatever somebody imports. */
const PAUSE = 100;

/**
 * Submits many saved cards for enrolment, one after the other; `offset`: how many of the same batch were submitted before these. What has
 * been submitted since is left alone. Inside the caller's transaction; answers how many.
 */
export async function submitCards(
  tx: Executor,
  emit: (effect: Effect) => void,
  ids: readonly number[],
  { now, offset }: { now: Date; offset: number },
): Promise<{ submitted: number }> {
  const cards = (await lockCards(tx, ids)).filter(({ state }) => state === 'SAVED');
  await submitCardRows(
    tx,
    cards.map(({ id }) => id),
    now,
  );
  for (const [index, { id, cardRef, generation }] of cards.entries()) {
    emit({
      topic: 'card.enrol',
      key: `${cardRef}:${generation + 1}`,
      payload: { cardId: id, generation: generation + 1 },
      at: after(now, (offset + index) * PAUSE),
    });
  }
  return { submitted: cards.length };
}
