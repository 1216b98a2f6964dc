import { z } from 'zod';
import { Instant } from '../kernel/time.ts';

const Typed = z.string().max(2000).default('');

/** An answer as it stands in its form: unchecked, because half a word is worth keeping, too. */
export const DraftContent = z.object({
  /** One of the answers' names, or nothing chosen yet. */
  action: z.string().max(50).default(''),
  reason: Typed,
  /** As typed. */
  refundAmount: z.string().max(50).default(''),
  refundReference: z.string().max(200).default(''),
  comments: Typed,
  preventiveActions: Typed,
});
export type DraftContent = z.output<typeof DraftContent>;

export const AnswerDraft = DraftContent.extend({
  /** Counts every saving. */
  version: z.number().int(),
  savedTime: Instant,
  savedBy: z.string(),
  /** The reader saved it, on this or another device. */
  own: z.boolean(),
});
export type AnswerDraft = z.output<typeof AnswerDraft>;

export const SaveDraftInput = DraftContent.extend({
  id: z.coerce.number<number | string>().int().positive(),
  /** The version the writer's page has seen last; 0: none. */
  basedOn: z.number().int().nonnegative(),
});

export const SavedDraft = z.object({
  /** 0: nothing is kept, because nothing is written. */
  version: z.number().int(),
  savedTime: Instant,
  /** Something else had been saved since: this took its place. */
  replaced: z.object({ savedBy: z.string(), own: z.boolean(), savedTime: Instant }).nullable(),
});
export type SavedDraft = z.output<typeof SavedDraft>;
