import { previewRecording } from '../alerts/index.ts';
import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { currentMapping } from './mapping-store.ts';
import { bodyPlace } from './place.ts';
import { DeliveryPreview, PreviewInput } from './preview-model.ts';
import { deliveryById } from './store.ts';

const NOTHING = { problems: [], existing: null, fields: [], match: null };

/** What processing a delivery would do, by the mapping that holds or by another to be tried. Changes nothing. */
export const previewDelivery = query('deliveries.preview', {
  permission: 'delivery:view',
  input: PreviewInput,
  output: DeliveryPreview,
  summary: 'The dry run of processing a delivery: why it fails, or what alert would come of it and what would change.',
}).run(async (ctx, { id, paths }) => {
  const row = await deliveryById(ctx.db, id);
  if (!row) throw appError('DELIVERY_NOT_FOUND');
  const { wire, cipher } = ctx.ports;
  const body = cipher.open(row.bodyEnc, bodyPlace(row.bodySha256));
  const places = wire.places(body);
  if (row.kind === 'status') {
    const status = wire.readStatus(body);
    if (status.ok) return { ...NOTHING, outcome: 'STATUS', places };
    const problems = status.problems ?? [whole(status.error)];
    return { ...NOTHING, outcome: 'UNREADABLE', problems, places };
  }
  const read = wire.readAlert(body, paths ?? (await currentMapping(ctx.db)).paths);
  if (!read.ok) return { ...NOTHING, outcome: 'UNREADABLE', problems: read.problems ?? [whole(read.error)], places };
  return { ...(await previewRecording(ctx, read.value)), problems: [], places };
});

function whole(error: string) {
  return { path: 'body', fault: 'FORM' as const, expected: error, got: null };
}
