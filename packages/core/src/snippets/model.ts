import { z } from 'zod';
import { ANSWER_ACTIONS } from '../alerts/model.ts';
import { Instant } from '../kernel/time.ts';

/** Reasons that aren't kept by hand make way for newer ones above this many. */
export const REMEMBERED_MAX = 20;
export const KEPT_MAX = 30;

/** A reason given before, or kept to be given again. */
export const Snippet = z.object({
  id: z.string(),
  /** The answer it was last given with. */
  action: z.enum(ANSWER_ACTIONS),
  text: z.string(),
  /** Kept by hand: newer ones don't push it out. */
  kept: z.boolean(),
  usedTime: Instant,
});
export type Snippet = z.output<typeof Snippet>;
/** Kept ones first, then the last used. */
export const Snippets = z.object({ snippets: z.array(Snippet) });

export const ListSnippetsInput = z.object({});
export const KeepSnippetInput = z.object({
  action: z.enum(ANSWER_ACTIONS),
  text: z.string().trim().min(2).max(500),
  /** False: it may be pushed out again. */
  kept: z.boolean().default(true),
});
export const SnippetId = z.object({ id: z.uuid() });
