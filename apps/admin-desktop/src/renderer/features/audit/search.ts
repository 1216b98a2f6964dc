import { lenient, SearchDay, SearchId, SearchPage, SearchRange, SearchSize, SearchText } from '../../app/search.ts';

export const AuditSearch = lenient({
  action: SearchText,
  range: SearchRange,
  from: SearchDay,
  to: SearchDay,
  page: SearchPage,
  size: SearchSize,
  open: SearchId,
});
export type AuditSearch = ReturnType<typeof AuditSearch>;
