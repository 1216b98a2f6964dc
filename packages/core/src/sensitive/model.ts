import { z } from 'zod';
import { REVEAL_KINDS } from '../kernel/sensitive.ts';

export const RevealInput = z.object({
  kind: z.enum(REVEAL_KINDS),
  /** Of the merchant, card or alert. */
  id: z.coerce.number<number | string>().int().positive(),
});
export type RevealInput = z.output<typeof RevealInput>;

/** Field names as the record has them; null where the record says nothing. */
export const Revealed = RevealInput.extend({
  id: z.number().int(),
  values: z.record(z.string(), z.string().nullable()),
});
export type Revealed = z.output<typeof Revealed>;
