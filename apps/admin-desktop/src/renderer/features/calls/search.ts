import { CALL_OPERATIONS } from '@forewarn/core/platform/model';
import { z } from 'zod';
import { lenient, SearchDay, SearchId, SearchPage, SearchRange, SearchSize, SearchText } from '../../app/search.ts';

export const CallSearch = lenient({
  operation: z.enum(CALL_OPERATIONS),
  failedOnly: z.literal(true),
  /** `alert:…`: the calls of one alert. */
  subject: SearchText,
  range: SearchRange,
  from: SearchDay,
  to: SearchDay,
  page: SearchPage,
  size: SearchSize,
  open: SearchId,
});
export type CallSearch = ReturnType<typeof CallSearch>;
