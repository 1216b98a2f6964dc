import type { Executor } from '../kernel/context.ts';
import { closeCardRows, deleteCardRows, lockCards } from './bulk-store.ts';

export interface TakenBack {
  cardId: number;
  /** As it was when the card was saved. */
  generation: number;
}

/**
 * Takes saved cards back as long as they were never submitted: new ones are deleted, reopened ones closed again. Inside the caller's
 * transaction. Answers the numbers of those that are gone now (deleted before included); the others stay as they are.
 */
export async function takeBackCards(tx: Executor, cards: readonly TakenBack[], now: Date): Promise<Set<number>> {
  const found = new Map(
    (
      await lockCards(
        tx,
        cards.map(({ cardId }) => cardId),
      )
    ).map((card) => [card.id, card]),
  );
  const gone = cards.filter(({ cardId, generation }) => {
    const card = found.get(cardId);
    return !card || (card.state === 'SAVED' && card.generation === generation);
  });
  const present = gone.filter(({ cardId }) => found.has(cardId));
  await deleteCardRows(
    tx,
    present.filter(({ generation }) => generation === 0).map(({ cardId }) => cardId),
  );
  await closeCardRows(
    tx,
    present.filter(({ generation }) => generation > 0).map(({ cardId }) => cardId),
    now,
  );
  return new Set(gone.map(({ cardId }) => cardId));
}
