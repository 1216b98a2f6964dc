import { z } from 'zod';
import { HOLD_REASONS, MATCH_STATUSES, MATCH_TIERS } from '../alerts/model.ts';
import { FieldMapping } from './mapping-model.ts';

const Id = z.coerce.number<number | string>().int().positive();

export const READ_FAULTS = ['MISSING', 'TYPE', 'FORM'] as const;

/** Why a body can't be read, field by field. */
export const ReadProblem = z.object({
  /** Our field, as in a mapping; `body` for the whole. */
  path: z.string(),
  fault: z.enum(READ_FAULTS),
  expected: z.string(),
  /** What is there, card data and names masked; null when nothing is. */
  got: z.string().nullable(),
});

export const PreviewInput = z.object({
  id: Id,
  /** Tried instead of the mapping that holds. */
  paths: FieldMapping.optional(),
});

/** `NEW` an alert would come of it · `UPDATE` its alert would change · `SAME` it says what we have · `STATUS` a status message · `UNREADABLE`. */
export const PREVIEW_OUTCOMES = ['NEW', 'UPDATE', 'SAME', 'STATUS', 'UNREADABLE'] as const;

/** The dry run of processing a delivery. */
export const DeliveryPreview = z.object({
  outcome: z.enum(PREVIEW_OUTCOMES),
  problems: z.array(ReadProblem),
  /** The alert that is there already. */
  existing: z.object({ id: z.number().int(), alertId: z.string() }).nullable(),
  fields: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable(), changed: z.boolean() }),
  ),
  /** Whose a new alert would be; null for the others. */
  match: z
    .object({
      status: z.enum(MATCH_STATUSES),
      tier: z.enum(MATCH_TIERS).nullable(),
      hold: z.enum(HOLD_REASONS).nullable(),
      merchantName: z.string().nullable(),
    })
    .nullable(),
  /** Where the body has values, with a masked sample of each: what a mapping can point at. At most 100. */
  places: z.array(z.object({ path: z.string(), sample: z.string() })),
});
export type DeliveryPreview = z.output<typeof DeliveryPreview>;

/** As many as one request replays, and as many as are named as failing alike. */
export const REPLAY_MOST = 200;

export const AlikeDeliveries = z.object({
  /** Other deliveries that wait with the same problem, newest first; those whose clock was off aren't among them. */
  ids: z.array(z.number().int()),
});

export const ReplayManyInput = z.object({
  ids: z.array(Id).min(1).max(REPLAY_MOST),
  reason: z.string().trim().min(2).max(500),
});
export const ReplayResults = z.object({
  done: z.number().int(),
  failed: z.number().int(),
  results: z.array(
    z.object({ id: z.number().int(), ok: z.boolean(), error: z.string().nullable(), message: z.string().nullable() }),
  ),
});
export type ReplayResults = z.output<typeof ReplayResults>;
