import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { after, DAY, iso } from '../kernel/time.ts';
import { postponeChecks, takeDueChecks } from './check-store.ts';

/** A round; with one every 30 s that is 2,400 cards an hour, however many are overdue after a long pause. */
const BATCH = 20;

/**
 * The daily reconcile of lost callbacks: cards in review past their expected date, and closings not confirmed within a day, are asked about
 * upstream, once a day each. Answers how many. A provider that doesn't tell leaves them to people (the list of overdue cards).
 */
export async function announceChecks(core: Core): Promise<number> {
  if (!core.ports.provider.tellsEnrolments) return 0;
  return commit(core, async (tx, emit) => {
    const now = core.now();
    const due = await takeDueChecks(tx, now, BATCH);
    await postponeChecks(
      tx,
      due.map(({ id }) => id),
      after(now, DAY),
    );
    for (const { id, cardRef } of due)
      emit({ topic: 'card.check', key: `${cardRef}:${iso(now)}`, payload: { cardId: id, cardRef } });
    return due.length;
  });
}
