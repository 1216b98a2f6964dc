import { MERCHANT_STATUSES } from '@forewarn/core/merchants/model';
import { z } from 'zod';
import { lenient, SearchPage, SearchSize, SearchText } from '../../app/search.ts';

export const MerchantSearch = lenient({
  keyword: SearchText,
  status: z.enum(MERCHANT_STATUSES),
  page: SearchPage,
  size: SearchSize,
});
export type MerchantSearch = ReturnType<typeof MerchantSearch>;

export const MERCHANT_TABS = ['overview', 'cards', 'people', 'rules', 'notifications'] as const;
export const MerchantDetailSearch = lenient({ tab: z.enum(MERCHANT_TABS) });
