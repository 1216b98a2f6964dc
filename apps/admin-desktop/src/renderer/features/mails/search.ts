import { MAIL_STATUSES } from '@forewarn/core/notifications/model';
import { z } from 'zod';
import { lenient, SearchId, SearchPage, SearchSize, SearchText } from '../../app/search.ts';

export const MailSearch = lenient({
  status: z.enum(MAIL_STATUSES),
  kind: z.string().max(32),
  merchantId: SearchId,
  recipient: SearchText,
  page: SearchPage,
  size: SearchSize,
  open: SearchId,
});
export type MailSearch = ReturnType<typeof MailSearch>;
