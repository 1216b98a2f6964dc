import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { DeliveryListInput, DeliveryPage } from './model.ts';
import { listDeliveryRows } from './store.ts';
import { toDelivery } from './view.ts';

/** What the provider has sent, as it came; `state=QUARANTINED` for what waits for a person. */
export const listDeliveries = query('deliveries.list', {
  permission: 'delivery:view',
  input: DeliveryListInput,
  output: DeliveryPage,
  summary: 'List what the provider has delivered.',
}).run(async (ctx, input) => {
  const { total, records } = await listDeliveryRows(ctx.db, input.state, input);
  return toPage(input, total, records.map(toDelivery));
});
