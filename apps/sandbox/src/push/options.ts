import { z } from 'zod';
import { SignatureScheme } from '../settings.ts';

const DEFAULT_SHIFT_MS = 10 * 60_000;
/** `true` means ten minutes; a number is milliseconds. */
const Shift = z.union([z.literal(true).transform(() => DEFAULT_SHIFT_MS), z.int().positive()]);

/** How a push is signed, and how to get it wrong on purpose. */
export const SigningOptions = z.strictObject({
  scheme: SignatureScheme.optional(),
  badSignature: z.boolean().optional(),
  unsigned: z.boolean().optional(),
  staleTimestamp: Shift.optional(),
  futureTimestamp: Shift.optional(),
  /** Signs with this instead of the webhook secret. */
  secret: z.string().min(1).optional(),
  contentType: z.string().optional(),
});
export type SigningOptions = z.infer<typeof SigningOptions>;

export const PushOptions = SigningOptions.extend({
  count: z.int().min(1).max(100_000).default(1),
  concurrency: z.int().min(1).max(200).default(1),
  /** Fields over the made-up ones. */
  alert: z.record(z.string(), z.unknown()).optional(),
  /** Fields to leave out. */
  omit: z.array(z.string()).optional(),
  /** Sends the bytes last pushed for this alertId again. */
  duplicateOf: z.string().optional(),
  /** Sends this alertId again with other content. */
  updateOf: z.string().optional(),
  /** Sends exactly this text as body. */
  raw: z.string().optional(),
})
  .refine((options) => [options.duplicateOf, options.updateOf, options.raw].filter((x) => x !== undefined).length < 2, {
    error: 'duplicateOf, updateOf and raw exclude each other',
  })
  .refine((options) => options.scheme !== 'md5-salt' || !(options.staleTimestamp || options.futureTimestamp), {
    error: 'md5-salt signs no timestamp, so it can be neither stale nor in the future',
  });
export type PushOptions = z.infer<typeof PushOptions>;
