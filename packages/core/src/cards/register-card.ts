import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { after, DAY } from '../kernel/time.ts';
import { Card, CardId } from './model.ts';
import { lockCard, updateCardRow } from './store.ts';
import { viewCard } from './view.ts';

/**
 * submits a card for enrolment. It is PENDING until the provider has answered; the worker calls, at most four times.
 * Safe to repeat: a card already on its way or enrolled is answered as it stands.
 */
export const registerCard = command('cards.register', {
  permission: 'card:enrol',
  input: CardId,
  output: Card,
  summary: 'Submit a card for enrolment with the alert network.',
}).run(async (ctx, { id }) => {
  const card = await lockCard(ctx, id);
  if (!card) throw appError('CARD_NOT_FOUND');
  if (card.merchantStatus !== 'ACTIVE') throw appError('MERCHANT_NOT_ACTIVE');
  if (card.status === 'CLOSED' || card.status === 'DRAFT') throw appError('CARD_STATE', { status: card.status });
  // A result that hasn't come within a day may have been lost on its way: asking again is harmless.
  const waiting =
    card.status === 'PENDING' && card.submittedTime !== null && card.submittedTime > after(ctx.now(), -DAY);
  const onItsWay = card.status === 'REGISTERED' || waiting;
  if (!onItsWay) {
    const generation = card.generation + 1;
    await updateCardRow(
      ctx.db,
      id,
      // What was said of the former submission, by a clock that may be ahead of ours, doesn't date this one.
      {
        status: 'PENDING',
        submittedTime: ctx.now(),
        failureReason: null,
        providerCode: null,
        statusTime: null,
        generation,
      },
      ctx.now(),
    );
    ctx.emit({ topic: 'card.enrol', key: `${card.cardRef}:${generation}`, payload: { cardId: id, generation } });
    ctx.audit({ targetType: 'card', targetId: id, detail: { generation }, ...changed(card, { status: 'PENDING' }) });
  }
  return viewCard(ctx, id);
});
