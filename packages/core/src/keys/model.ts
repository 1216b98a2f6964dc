import { z } from 'zod';
import { Instant } from '../kernel/time.ts';

export const ROTATION_STATUSES = ['RUNNING', 'DONE', 'SUPERSEDED'] as const;

const Count = z.number().int();
/** 0 to 1. */
const Share = z.number().min(0).max(1);

export const KeyPart = z.object({
  /** `provider_deliveries.body_enc`; `alert_evidence.content` are the files. */
  sealed: z.string(),
  /** Values by the key they are sealed with; `readable: false` for a key this process doesn't have (or bytes that aren't a sealed value). */
  keys: z.array(z.object({ keyId: z.string(), rows: Count, readable: z.boolean() })),
  /** There are more values than were counted. */
  more: z.boolean(),
  /** Sealed with the present key, of all; an estimate while `more`. */
  share: Share,
});
export type KeyPart = z.output<typeof KeyPart>;

export const Rotation = z.object({
  id: z.number().int(),
  targetKey: z.string(),
  status: z.enum(ROTATION_STATUSES),
  /** It walks everything again until a pass finds nothing sealed with another key. */
  pass: Count,
  share: Share,
  resealed: Count,
  /** Values of the present pass that don't open with any key. */
  unreadable: Count,
  requestedBy: z.string(),
  requestedTime: Instant,
  finishedTime: Instant.nullable(),
});
export type Rotation = z.output<typeof Rotation>;

export const KeyStatus = z.object({
  /** Seals from now on; all keys open. */
  sealing: z.string(),
  opening: z.array(z.string()),
  parts: z.array(KeyPart),
  /** The latest one. */
  rotation: Rotation.nullable(),
  /** Former keys no value needs any more: they may leave `DATA_KEYS`. */
  removable: z.array(z.string()),
});
export type KeyStatus = z.output<typeof KeyStatus>;
