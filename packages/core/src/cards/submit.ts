import type { Context } from '../kernel/context.ts';
import type { CardRow } from './store.ts';
import { type CardChange, updateCardRow } from './write-store.ts';

/**
 * Owes the provider an enrolment from now on. What was said of a former submission, by a clock that may be ahead of ours, doesn't date
 * this one. Answers the new generation.
 */
export async function submit(
  ctx: Context,
  card: Pick<CardRow, 'id' | 'cardRef' | 'generation'>,
  change: CardChange = {},
): Promise<number> {
  const generation = card.generation + 1;
  await updateCardRow(
    ctx.db,
    card.id,
    { ...change, ...unanswered(), state: 'SUBMITTED', submittedTime: ctx.now(), generation },
    ctx.now(),
  );
  const cardRef = change.cardRef ?? card.cardRef;
  ctx.emit({ topic: 'card.enrol', key: `${cardRef}:${generation}`, payload: { cardId: card.id, generation } });
  return generation;
}

/** Nothing has been said of this enrolment yet. */
export function unanswered() {
  return {
    registerTime: null,
    expectedLiveTime: null,
    nextCheckTime: null,
    failureReason: null,
    providerCode: null,
    statusTime: null,
  } satisfies CardChange;
}
