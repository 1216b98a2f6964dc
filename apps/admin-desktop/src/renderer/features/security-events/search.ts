import { SECURITY_EVENT_KINDS } from '@forewarn/core/security-events/model';
import { z } from 'zod';
import { lenient, SearchDay, SearchId, SearchPage, SearchRange, SearchSize } from '../../app/search.ts';

export const SecurityEventSearch = lenient({
  kind: z.enum(SECURITY_EVENT_KINDS),
  /** Absent: those nobody has acknowledged. */
  state: z.enum(['acknowledged', 'all']),
  range: SearchRange,
  from: SearchDay,
  to: SearchDay,
  page: SearchPage,
  size: SearchSize,
  open: SearchId,
});
export type SecurityEventSearch = ReturnType<typeof SecurityEventSearch>;
