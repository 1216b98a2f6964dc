import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { Delivery, ReplayInput } from './model.ts';
import { deliveryById, makeDue } from './store.ts';
import { toDelivery } from './view.ts';

/** Has a delivery that was set aside read again (after a fix, or in spite of its clock). One that was read already stays as it is. */
export const replayDelivery = command('deliveries.replay', {
  permission: 'delivery:replay',
  input: ReplayInput,
  output: Delivery,
  summary: 'Read a delivery again that was set aside.',
}).run(async (ctx, { id, reason }) => {
  const before = await deliveryById(ctx.db, id);
  if (!before) throw appError('DELIVERY_NOT_FOUND');
  const made = await makeDue(ctx.db, id, ctx.now());
  ctx.audit({ targetType: 'delivery', targetId: id, detail: { reason, made } });
  const row = await deliveryById(ctx.db, id);
  if (row) ctx.audit(changed({ state: toDelivery(before).state }, { state: toDelivery(row).state }));
  if (made) ctx.ports.bell.ring('ingest');
  return toDelivery(row ?? before);
});
