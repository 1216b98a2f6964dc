import { CARD_PROGRAMS, CARD_STATES } from '@forewarn/core/cards/model';
import { z } from 'zod';

/** The list's filters as they stand in the address; what can't be read counts as not set. */
export const CardSearch = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce.number().int().min(1).max(50).catch(20),
  state: z.enum(CARD_STATES).optional().catch(undefined),
  program: z.enum(CARD_PROGRAMS).optional().catch(undefined),
  q: z.string().trim().max(50).catch(''),
});
export type CardSearch = z.output<typeof CardSearch>;
export const CARD_SEARCH_DEFAULTS = { page: 1, size: 20, q: '' } as const;

/** Which cards the page shows, for the list and for what leaves as a file. */
export function cardFilter({ state, program, q }: CardSearch) {
  return { state, program, keyword: q || undefined };
}

/** What the server is asked for. */
export function listInput(search: CardSearch) {
  return { page: search.page, size: search.size, ...cardFilter(search) };
}

export function isFiltered({ state, program, q }: CardSearch): boolean {
  return state !== undefined || program !== undefined || q !== '';
}
