import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { currentMapping } from './mapping-store.ts';
import { DeliveryDetail, DeliveryId, type DeliveryKind } from './model.ts';
import { bodyPlace } from './place.ts';
import { alertNumber, deliveryById } from './store.ts';
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
  const body = ctx.ports.cipher.open(row.bodyEnc, bodyPlace(row.bodySha256));
  const shown = ctx.ports.wire.redact(body).slice(0, 20_000);
  return { ...toDelivery(row), body: shown, alert: await alertIn(ctx, row.kind, body) };
});

/** A delivery that isn't done may still name an alert that another one brought. */
async function alertIn(ctx: Context, kind: DeliveryKind, body: Buffer) {
  const { wire } = ctx.ports;
  const read = kind === 'alert' ? wire.readAlert(body, (await currentMapping(ctx.db)).paths) : wire.readStatus(body);
  const alertId = read.ok && 'alertId' in read.value ? read.value.alertId : undefined;
  const id = alertId === undefined ? undefined : await alertNumber(ctx.db, alertId);
  return id === undefined || alertId === undefined ? null : { id, alertId };
}
