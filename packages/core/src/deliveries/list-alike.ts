import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { DeliveryId } from './model.ts';
import { AlikeDeliveries } from './preview-model.ts';
import { alikeDeliveries, deliveryById } from './store.ts';

/** The others that wait with the same problem: one change of the mapping often settles them all. */
export const listAlike = query('deliveries.alike', {
  permission: 'delivery:view',
  input: DeliveryId,
  output: AlikeDeliveries,
  summary: 'Other deliveries that were set aside with the same problem.',
}).run(async (ctx, { id }) => {
  const row = await deliveryById(ctx.db, id);
  if (!row) throw appError('DELIVERY_NOT_FOUND');
  return { ids: await alikeDeliveries(ctx.db, row) };
});
