import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { maskBin, maskEmail } from '../kernel/mask.ts';
import { command } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { Card, CardUpdate } from './model.ts';
import { normalizeKey } from './normalize.ts';
import { findTwin, lockCard, updateCardRow } from './store.ts';
import { viewCard } from './view.ts';

/**
 * changes a card. Address and remark change at once. Changing what is enrolled (descriptor, BIN, CAID) of a card the provider
 * knows closes the old enrolment and makes this a card that has to be submitted again.
 */
export const updateCard = command('cards.update', {
  permission: 'card:update',
  input: CardUpdate,
  output: Card,
  summary: 'Change a card.',
}).run(async (ctx, input) => {
  const card = await lockCard(ctx, input.id);
  if (!card) throw appError('CARD_NOT_FOUND');
  if (card.status === 'CLOSED') throw appError('CARD_STATE', { status: card.status });
  if (input.version !== undefined && input.version !== card.version) throw appError('CONFLICT');

  const key = {
    descriptor: input.descriptor ?? card.descriptor,
    cardBin: input.cardBin ?? card.cardBin,
    caid: input.caid ?? card.caid,
  };
  const rekeyed = key.descriptor !== card.descriptor || key.cardBin !== card.cardBin || key.caid !== card.caid;
  const change: Parameters<typeof updateCardRow>[2] = {};
  if (input.notifyEmail !== undefined) change.notifyEmail = input.notifyEmail;
  if (input.remark !== undefined) change.remark = input.remark || null;
  if (rekeyed) {
    const twin = await findTwin(ctx.db, { merchantId: card.merchantId, ...key });
    if (twin && twin.id !== card.id) throw appError('CARD_DUPLICATE', { cardId: twin.id });
    const submitted = card.submittedTime !== null;
    Object.assign(change, key, { matchDescriptor: normalizeKey(key.descriptor), matchCaid: normalizeKey(key.caid) });
    if (submitted) {
      Object.assign(change, {
        status: 'PENDING',
        submittedTime: null,
        registerTime: null,
        failureReason: null,
        providerCode: null,
        statusTime: null,
      });
      change.cardRef = uuidv7(ctx.now());
      change.generation = card.generation + 1;
      ctx.emit({ topic: 'card.close', key: card.cardRef, payload: { cardId: card.id, cardRef: card.cardRef } });
    }
  }
  await updateCardRow(ctx.db, card.id, change, ctx.now());
  const { descriptor, cardBin, caid, notifyEmail, remark, status } = change;
  ctx.audit({
    targetType: 'card',
    targetId: card.id,
    detail: { rekeyed },
    ...changed(
      card,
      { descriptor, cardBin, caid, notifyEmail, remark, status },
      { notifyEmail: maskEmail, cardBin: maskBin },
    ),
  });
  return viewCard(ctx, card.id);
});
