import { strandedFeedbacks } from '@forewarn/core/alerts';
import { resumeImports } from '@forewarn/core/card-imports';
import { announceChecks, strandedCards } from '@forewarn/core/cards';
import { overdueDeliveries } from '@forewarn/core/deliveries';
import { overdueEffects } from '@forewarn/core/effects';
import { commit } from '@forewarn/core/kernel/commit';
import type { Core } from '@forewarn/core/kernel/context';
import { LANES } from '@forewarn/core/kernel/effects';
import { after, MINUTE, SECOND } from '@forewarn/core/kernel/time';

export interface Findings {
  overdueDeliveries: number;
  overdueEffects: number;
  strandedAnswers: number;
  strandedCards: number;
  /** Enrolments whose result is overdue and is asked for now. */
  overdueCards: number;
  strandedImports: number;
}

/**
 * The runtime invariants, every 30 s: nothing due lies about, no answer and no submitted card is without somebody who sends it.
 * What it finds it puts right (the same effect twice is one row) and says; rings again in case rings were lost.
 */
export async function reconcile(core: Core): Promise<Findings> {
  const now = core.now();
  const since = after(now, -30 * SECOND);
  const [deliveries, answers, cards, ...lanes] = await Promise.all([
    overdueDeliveries(core.db, since),
    strandedFeedbacks(core.db, after(now, -MINUTE)),
    strandedCards(core.db, after(now, -MINUTE)),
    ...LANES.map((lane) => overdueEffects(core.db, lane, since)),
  ]);
  if (answers.length + cards.length > 0) {
    await commit(core, async (_tx, emit) => {
      for (const { id } of answers) emit({ topic: 'alert.answer', key: `answer:${id}`, payload: { feedbackId: id } });
      for (const { id, cardRef, generation } of cards)
        emit({ topic: 'card.enrol', key: `${cardRef}:${generation}`, payload: { cardId: id, generation } });
    });
  }
  const findings: Findings = {
    overdueDeliveries: deliveries.count,
    overdueEffects: lanes.reduce((sum, { count }) => sum + count, 0),
    strandedAnswers: answers.length,
    strandedCards: cards.length,
    overdueCards: await announceChecks(core),
    strandedImports: await resumeImports(core),
  };
  if (deliveries.count > 0) core.ports.bell.ring('ingest');
  if (findings.overdueEffects > 0) core.ports.bell.ring('outbound');
  if (Object.values(findings).some((count) => count > 0)) core.log.warn(findings, 'reconciler: something was behind');
  return findings;
}
