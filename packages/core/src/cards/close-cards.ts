import type { Context } from '../kernel/context.ts';
import { after, DAY } from '../kernel/time.ts';
import { type CardState, nextState } from './card-state.ts';
import type { CardRow } from './store.ts';
import { deleteCardRow, lockOpenCards, updateCardRow } from './write-store.ts';

/** Stops watching every card of a merchant that is closed, and closes their enrolments upstream; answers how many. */
export async function closeCards(ctx: Context, merchantId: number): Promise<number> {
  const cards = await lockOpenCards(ctx.db, merchantId);
  for (const card of cards) {
    if (card.state === 'DRAFT') await deleteCardRow(ctx.db, card.id);
    else await close(ctx, card);
  }
  return cards.length;
}

/** Stops watching one card; answers its state. What was never submitted isn't known upstream and is closed at once. */
export async function close(
  ctx: Context,
  { id, cardRef, state }: Pick<CardRow, 'id' | 'cardRef' | 'state'>,
): Promise<CardState> {
  const next = nextState(state, 'remove') ?? 'CLOSED';
  const now = ctx.now();
  const closing = next === 'CLOSING';
  await updateCardRow(
    ctx.db,
    id,
    { state: next, closedTime: now, expectedLiveTime: null, nextCheckTime: closing ? after(now, DAY) : null },
    now,
  );
  if (closing) ctx.emit({ topic: 'card.close', key: cardRef, payload: { cardId: id, cardRef } });
  return next;
}
