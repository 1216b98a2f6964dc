import { z } from 'zod';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { CardId, type CardStatus } from './model.ts';
import { deleteCardRow, lockCard, updateCardRow } from './store.ts';

/**
 * stops watching a card. One that was never submitted is deleted; any other is kept as CLOSED (alerts refer to it) and
 * its enrolment is closed upstream. Safe to repeat.
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
  const status: CardStatus = card.status;
  ctx.audit({ targetType: 'card', targetId: id, detail: { descriptor } });
  if (card.generation === 0) {
    await deleteCardRow(ctx.db, id);
    ctx.audit({ before: { descriptor, status }, after: { descriptor: null, status: null } });
  } else if (card.status !== 'CLOSED') {
    ctx.audit(changed({ status }, { status: 'CLOSED' }));
    await updateCardRow(ctx.db, id, { status: 'CLOSED', closedTime: ctx.now() }, ctx.now());
    ctx.emit({ topic: 'card.close', key: card.cardRef, payload: { cardId: id, cardRef: card.cardRef } });
  }
  return { done: true };
});
