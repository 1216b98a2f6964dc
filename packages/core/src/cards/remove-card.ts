import { z } from 'zod';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { close } from './close-cards.ts';
import { CardId, type CardState, type CardStatus } from './model.ts';
import { lockCard } from './store.ts';
import { deleteCardRow } from './write-store.ts';

/**
 * stops watching a card. One that was never submitted is deleted; any other is kept (alerts refer to it), CLOSING until the provider
 * has confirmed that it is closed upstream. Safe to repeat.
 */
export const removeCard = command('cards.remove', {
  permission: 'card:delete',
  input: CardId,
  output: z.object({ done: z.literal(true) }),
  summary: 'Stop watching a card and close its enrolment.',
}).run(async (ctx, { id }) => {
  const card = await lockCard(ctx, id);
  if (!card) throw appError('CARD_NOT_FOUND');
  const { descriptor } = card;
  const state: CardState = card.state;
  const status: CardStatus = card.status;
  ctx.audit({ targetType: 'card', targetId: id, detail: { descriptor } });
  if (card.generation === 0) {
    await deleteCardRow(ctx.db, id);
    ctx.audit({ before: { descriptor, status }, after: { descriptor: null, status: null } });
  } else if (card.status !== 'CLOSED') {
    const next = await close(ctx, card);
    ctx.audit(changed({ state, status }, { state: next, status: 'CLOSED' }));
  }
  return { done: true };
});
