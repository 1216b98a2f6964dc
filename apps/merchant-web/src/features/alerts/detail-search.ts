import { ANSWER_ACTIONS } from '@forewarn/core/alerts/model';
import { z } from 'zod';

/** The detail page's own search: `?action=REFUND` opens the form with that answer chosen, and sends nothing. */
export const DetailSearch = z.object({ action: z.enum(ANSWER_ACTIONS).optional().catch(undefined) });
export type DetailSearch = z.output<typeof DetailSearch>;
