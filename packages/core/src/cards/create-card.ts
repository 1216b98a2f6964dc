import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { Card, CardInput } from './model.ts';
import { normalizeKey } from './normalize.ts';
import { findTwin, insertCard, merchantStatus, updateCardRow } from './store.ts';
import { viewCard } from './view.ts';

/**
 * saves a card; nothing is sent to the provider yet (that is `registerCard`). The same combination can't stand twice;
 * one that was closed is opened again under a new reference.
 */
export const createCard = command('cards.create', {
  permission: 'card:create',
  input: CardInput,
  output: Card,
  summary: 'Add a card (descriptor, BIN, CAID) to watch.',
}).run(async (ctx, input) => {
  const merchantId = ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : input.merchantId;
  if (!merchantId)
    throw appError('VALIDATION_FAILED', { fields: [{ path: 'merchantId', code: 'required', message: 'merchantId' }] });
  const merchant = await merchantStatus(ctx.db, merchantId);
  if (!merchant) throw appError('MERCHANT_NOT_FOUND');
  if (merchant.status !== 'ACTIVE') throw appError('MERCHANT_NOT_ACTIVE');

  const key = { merchantId, descriptor: input.descriptor, cardBin: input.cardBin, caid: input.caid };
  const matching = { matchDescriptor: normalizeKey(input.descriptor), matchCaid: normalizeKey(input.caid) };
  const details = { notifyEmail: input.notifyEmail, remark: input.remark || null };
  const twin = await findTwin(ctx.db, key);
  if (twin && twin.status !== 'CLOSED') throw appError('CARD_DUPLICATE', { cardId: twin.id });

  const now = ctx.now();
  const cardRef = uuidv7(now);
  let id: number;
  if (twin) {
    id = twin.id;
    const fresh = {
      status: 'PENDING' as const,
      submittedTime: null,
      registerTime: null,
      closedTime: null,
      failureReason: null,
      statusTime: null,
    };
    await updateCardRow(ctx.db, id, { ...details, ...fresh, cardRef }, now);
  } else {
    id = await insertCard(ctx.db, { ...key, ...matching, ...details, cardRef, now });
  }
  ctx.audit({
    targetType: 'card',
    targetId: id,
    detail: { merchantId, descriptor: input.descriptor, reopened: Boolean(twin) },
  });
  return viewCard(ctx, id);
});
