import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

export * from './mapping-model.ts';
export * from './preview-model.ts';

export const DELIVERY_KINDS = ['alert', 'status'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** 0 due, 1 done, 2 kept for a person: it couldn't be read, or its clock was too far off. */
export const DELIVERY_STATUS = { DUE: 0, DONE: 1, QUARANTINED: 2 } as const;
export const DELIVERY_STATES = ['DUE', 'DONE', 'QUARANTINED'] as const;

/** Bits of `flags`. */
export const DELIVERY_FLAG = {
  /** Signed 5 min to 24 h before it arrived: processed, marked. */
  LATE: 1,
  /** Signed more than 24 h before, or more than 5 min after, it arrived: waits for an admin. */
  STALE: 2,
  /** An admin ordered it to be processed in spite of the clock. */
  REPLAYED: 4,
} as const;

export const Delivery = z.object({
  id: z.number().int(),
  kind: z.enum(DELIVERY_KINDS),
  state: z.enum(DELIVERY_STATES),
  receivedTime: Instant,
  signedTime: Instant.nullable(),
  late: z.boolean(),
  stale: z.boolean(),
  sourceIp: z.string(),
  /** How often the identical bytes came again. */
  repeats: z.number().int(),
  attempts: z.number().int(),
  /** Which secret verified it: the credential's key id. */
  keyId: z.string(),
  error: z.string().nullable(),
});
export type Delivery = z.output<typeof Delivery>;

export const DeliveryListInput = PageInput.extend({ state: z.enum(DELIVERY_STATES).optional() });
export const DeliveryPage = pageOf(Delivery);
export const DeliveryDetail = Delivery.extend({
  /** The body with card data and names masked, at most 20,000 characters. */
  body: z.string(),
  /** The alert it told of, once that is there. */
  alert: z.object({ id: z.number().int(), alertId: z.string() }).nullable(),
});
export const DeliveryId = z.object({ id: z.coerce.number<number | string>().int().positive() });
export const ReplayInput = DeliveryId.extend({ reason: z.string().trim().min(2).max(500) });
