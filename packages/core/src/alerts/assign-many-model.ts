import { z } from 'zod';

const Id = z.coerce.number<number | string>().int().positive();

/** As many as one request may assign. */
export const ASSIGN_MOST = 200;

export const AssignManyInput = z.object({
  ids: z.array(Id).min(1).max(ASSIGN_MOST),
  merchantId: Id,
  /** The merchant's card they belong to, when one fits. */
  cardId: Id.optional(),
  reason: z.string().trim().min(2).max(500),
});

export const AssignManyResult = z.object({
  id: z.number().int(),
  ok: z.boolean(),
  /** The error's code, for programs; `message` is for people. Null when it went well. */
  error: z.string().nullable(),
  message: z.string().nullable(),
});
export const AssignManyResults = z.object({
  done: z.number().int(),
  failed: z.number().int(),
  results: z.array(AssignManyResult),
});
export type AssignManyResults = z.output<typeof AssignManyResults>;
