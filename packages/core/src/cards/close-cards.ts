import type { Context } from '../kernel/context.ts';
import { closeCardRows, lockOpenCards } from './store.ts';

/** Stops watching every card of a merchant that is closed, and closes their enrolments upstream; answers how many. */
export async function closeCards(ctx: Context, merchantId: number): Promise<number> {
  const cards = await lockOpenCards(ctx.db, merchantId);
  await closeCardRows(
    ctx.db,
    cards.map(({ id }) => id),
    ctx.now(),
  );
  for (const { id, cardRef, generation } of cards) {
    // One that was never submitted isn't known upstream.
    if (generation > 0) ctx.emit({ topic: 'card.close', key: cardRef, payload: { cardId: id, cardRef } });
  }
  return cards.length;
}
