import { RoleCode, STAFF_STATUSES } from '@forewarn/core/staff/model';
import { z } from 'zod';
import { lenient, SearchId, SearchPage, SearchSize, SearchText } from '../../app/search.ts';

export const StaffSearch = lenient({
  keyword: SearchText,
  status: z.enum(STAFF_STATUSES),
  role: RoleCode,
  team: SearchId,
  page: SearchPage,
  size: SearchSize,
  open: SearchId,
});
export type StaffSearch = ReturnType<typeof StaffSearch>;
