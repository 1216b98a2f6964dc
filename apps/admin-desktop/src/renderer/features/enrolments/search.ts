import { CARD_PROGRAMS, CARD_TROUBLES } from '@forewarn/core/cards/model';
import { z } from 'zod';
import { lenient, SearchPage, SearchSize } from '../../app/search.ts';

export const EnrolmentSearch = lenient({
  trouble: z.enum(CARD_TROUBLES),
  program: z.enum(CARD_PROGRAMS),
  page: SearchPage,
  size: SearchSize,
});
export type EnrolmentSearch = ReturnType<typeof EnrolmentSearch>;
