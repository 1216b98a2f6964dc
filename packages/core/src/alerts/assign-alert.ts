import { actorRef } from '../kernel/actor.ts';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { parseAmount } from '../kernel/money.ts';
import { command } from '../kernel/operation.ts';
import { merchantContact } from './answer-store.ts';
import { assignedCard } from './assign-store.ts';
import { insertEvents, lockAlert, updateAlert } from './intake-store.ts';
import { AlertDetail, AssignInput } from './model.ts';
import { queueNotices } from './notify.ts';
import { viewAlert } from './view-alert.ts';

/**
 * an admin gives an unmatched or held alert to a merchant, with a reason; from there on it takes the normal course:
 * the merchant is mailed and can answer. Giving it again to the merchant that has it already changes nothing.
 */
export const assignAlert = command('alerts.assign', {
  permission: 'alert:assign',
  input: AssignInput,
  output: AlertDetail,
  summary: 'Assign an unmatched or held alert to a merchant.',
}).run(async (ctx, { id, merchantId, cardId, reason }) => {
  const alert = await lockAlert(ctx.db, id);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  const waits = alert.matchStatus === 'UNMATCHED' || alert.holdReason !== null;
  if (!waits) {
    if (alert.matchTier === 'MANUAL' && alert.merchantId === merchantId) return viewAlert(ctx, id);
    throw appError('ALERT_NOT_ASSIGNABLE');
  }
  const merchant = await merchantContact(ctx.db, merchantId);
  if (!merchant) throw appError('MERCHANT_NOT_FOUND');
  if (merchant.status !== 'ACTIVE') throw appError('MERCHANT_NOT_ACTIVE');
  const card = await assignedCard(ctx.db, alert, merchantId, cardId);
  if (cardId !== undefined && !card) throw appError('CARD_NOT_FOUND');

  const now = ctx.now();
  await updateAlert(
    ctx.db,
    id,
    { merchantId, cardId: card?.id ?? null, matchStatus: 'MATCHED', matchTier: 'MANUAL', holdReason: null },
    now,
  );
  await insertEvents(ctx.db, [
    {
      alertRef: id,
      kind: 'ASSIGNED',
      actor: actorRef(ctx.actor),
      at: now,
      data: { reason, merchant: merchant.companyName },
    },
    { alertRef: id, kind: 'MATCHED', actor: actorRef(ctx.actor), at: now, data: { tier: 'MANUAL' } },
  ]);
  await queueNotices({ core: ctx, tx: ctx.db, emit: ctx.emit }, [
    {
      alertRef: id,
      alert: { ...alert, amount: parseAmount(alert.amount) ?? 0n },
      merchantId,
      cardId: card?.id ?? null,
    },
  ]);
  ctx.audit({
    targetType: 'alert',
    targetId: id,
    detail: { alertId: alert.alertId, reason },
    ...changed(alert, { merchantId, matchStatus: 'MATCHED', matchTier: 'MANUAL', holdReason: null }),
  });
  return viewAlert(ctx, id);
});
