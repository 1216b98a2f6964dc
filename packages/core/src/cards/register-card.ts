import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { nextState } from './card-state.ts';
import { completeDraft } from './complete-draft.ts';
import { Card, CardId } from './model.ts';
import { lockCard } from './store.ts';
import { submit } from './submit.ts';
import { viewCard } from './view.ts';

/**
 * submits a card for enrolment. It is PENDING until the provider has answered; the worker calls, at most four times.
 * A draft becomes a card first, under a number of its own. Safe to repeat: a card already on its way or enrolled is answered as it stands.
 */
export const registerCard = command('cards.register', {
  permission: 'card:enrol',
  input: CardId,
  output: Card,
  summary: 'Submit a card for enrolment with the alert network.',
}).run(async (ctx, { id }) => {
  const found = await lockCard(ctx, id);
  if (!found) throw appError('CARD_NOT_FOUND');
  if (found.merchantStatus !== 'ACTIVE') throw appError('MERCHANT_NOT_ACTIVE');
  const card = found.state === 'DRAFT' ? await lockCard(ctx, await completeDraft(ctx, found)) : found;
  if (!card) throw appError('CARD_NOT_FOUND');
  // On its way: the worker sends what is SUBMITTED, the daily check asks after what is IN_REVIEW.
  if (card.state === 'SUBMITTED' || card.state === 'IN_REVIEW' || card.state === 'ACTIVE')
    return viewCard(ctx, card.id);
  if (nextState(card.state, 'submit') === undefined) throw appError('CARD_STATE', { status: card.status });
  const generation = await submit(ctx, card);
  ctx.audit({
    targetType: 'card',
    targetId: card.id,
    detail: { generation },
    ...changed(card, { state: 'SUBMITTED' }),
  });
  return viewCard(ctx, card.id);
});
