import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { DeliveryDetail, DeliveryId } from './model.ts';
import { bodyPlace } from './place.ts';
import { deliveryById } from './store.ts';
import { toDelivery } from './view.ts';

/** One delivery with its body, card data and names masked. */
export const getDelivery = query('deliveries.get', {
  permission: 'delivery:view',
  input: DeliveryId,
  output: DeliveryDetail,
  summary: 'One delivery with its redacted body.',
}).run(async (ctx, { id }) => {
  const row = await deliveryById(ctx.db, id);
  if (!row) throw appError('DELIVERY_NOT_FOUND');
  const body = ctx.ports.wire.redact(ctx.ports.cipher.open(row.bodyEnc, bodyPlace(row.bodySha256)));
  return { ...toDelivery(row), body: body.slice(0, 20_000) };
});
