import { z } from 'zod';
import { ANSWER_ACTIONS, type AnswerAction, AnswerInput, OnBehalfReason } from '../alerts/model.ts';

/** What a batch may name at once; more goes in several calls. */
export const MOST_ALERTS = 100;

/** all but the dispute, which needs files of each alert by itself. */
export const BATCH_ACTIONS: readonly AnswerAction[] = ANSWER_ACTIONS.filter((action) => action !== 'DISPUTE');

export const ProcessManyInput = AnswerInput.pick({ action: true, reason: true, comments: true }).extend({
  ids: z.array(z.coerce.number<number | string>().int().positive()).min(1).max(MOST_ALERTS),
  /** Staff have to say why they answer in a merchant's place. */
  onBehalfReason: OnBehalfReason.optional(),
  /** The same batch sent again answers the same. REST's `Idempotency-Key` does as much. */
  batch: z.string().min(8).max(64).optional(),
});
export type ProcessManyInput = z.output<typeof ProcessManyInput>;

/** One result for each alert of a batch. */
export const ProcessManyResults = z.object({
  done: z.number().int(),
  failed: z.number().int(),
  results: z.array(
    z.object({
      id: z.number().int(),
      ok: z.boolean(),
      /** The catalogue's code, and what it says to the reader. */
      error: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
});
export type ProcessManyResults = z.output<typeof ProcessManyResults>;
