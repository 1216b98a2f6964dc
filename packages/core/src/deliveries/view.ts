import { isoOrNull } from '../kernel/time.ts';
import { DELIVERY_FLAG, DELIVERY_STATES, type Delivery } from './model.ts';
import type { deliveryById, listDeliveryRows } from './store.ts';

type Row =
  | Awaited<ReturnType<typeof listDeliveryRows>>['records'][number]
  | NonNullable<Awaited<ReturnType<typeof deliveryById>>>;

export function toDelivery(row: Row): Delivery {
  return {
    id: row.id,
    kind: row.kind,
    state: DELIVERY_STATES[row.status] ?? 'QUARANTINED',
    receivedTime: row.receivedTime.toISOString(),
    signedTime: isoOrNull(row.signedTime),
    late: (row.flags & DELIVERY_FLAG.LATE) !== 0,
    stale: (row.flags & DELIVERY_FLAG.STALE) !== 0,
    sourceIp: row.sourceIp,
    repeats: row.repeats,
    attempts: row.attempts,
    keyId: row.keyId,
    error: row.lastError,
  };
}
