import { ROW_FILTERS } from '@forewarn/core/card-imports/model';
import { z } from 'zod';

/** Which lines are looked at; without `show` those with problems, if there are any. */
export const RowSearch = z.object({
  show: z.enum(ROW_FILTERS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce.number().int().min(1).max(50).catch(20),
});
export type RowSearch = z.output<typeof RowSearch>;
