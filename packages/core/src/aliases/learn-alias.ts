import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { fieldError } from '../kernel/validation.ts';
import { learnableKey } from './learnable-key.ts';
import { DescriptorAlias, LearnAliasInput } from './model.ts';
import { merchantOf, ownCard } from './owner-store.ts';
import { aliasOf, carriedKeys, insertAlias } from './store.ts';
import { binMasked, viewAliases } from './view.ts';

/**
 * remembers whose a descriptor is, so that alerts like this one find their merchant by themselves from now on. Those that wait are
 * assigned apart (`alerts.assignMany`). Saying the same again changes nothing. Errors: `ALIAS_TAKEN` when it is known as another
 * merchant's; `MERCHANT_NOT_ACTIVE`; `CARD_NOT_FOUND` when the card isn't that merchant's.
 */
export const learnAlias = command('aliases.learn', {
  permission: 'alert:assign',
  input: LearnAliasInput,
  output: DescriptorAlias,
  summary: 'Remember that alerts with this alert’s descriptor belong to a merchant.',
}).run(async (ctx, { alertId, merchantId, cardId, withBin, reason }) => {
  const alert = await carriedKeys(ctx.db, alertId);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  const key = learnableKey(alert, withBin);
  if (!key)
    throw appError('VALIDATION_FAILED', {
      fields: [fieldError(withBin ? 'withBin' : 'alertId', 'NOTHING_TO_LEARN', ctx.locale)],
    });
  const merchant = await merchantOf(ctx.db, merchantId);
  if (!merchant) throw appError('MERCHANT_NOT_FOUND');
  if (merchant.status !== 'ACTIVE') throw appError('MERCHANT_NOT_ACTIVE');
  if (cardId !== undefined && !(await ownCard(ctx.db, merchantId, cardId))) throw appError('CARD_NOT_FOUND');

  const known = await aliasOf(ctx.db, key.matchDescriptor, key.cardBin);
  if (known && known.merchantId !== merchantId) throw appError('ALIAS_TAKEN');
  const values = { cardId: cardId ?? null, reason, createdBy: actorRef(ctx.actor), createdTime: ctx.now() };
  if (!known && !(await insertAlias(ctx.db, { ...key, merchantId, ...values }))) throw appError('CONFLICT');
  const row = known ?? (await aliasOf(ctx.db, key.matchDescriptor, key.cardBin));
  if (!row) throw appError('ALIAS_NOT_FOUND');
  ctx.audit({
    targetType: 'alias',
    targetId: row.id,
    detail: {
      descriptor: key.descriptor,
      cardBin: binMasked(key.cardBin),
      merchantId,
      reason,
      made: !known,
      fromAlert: alertId,
    },
  });
  const [view] = await viewAliases(ctx, [row]);
  if (!view) throw appError('ALIAS_NOT_FOUND');
  return view;
});
