import { z } from 'zod';
import { LOCALES } from '../kernel/locale.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

/** Document 000 §4.1.2: 待激活, 正常, 暂停, 关闭. */
export const MERCHANT_STATUSES = ['PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED'] as const;
export type MerchantStatus = (typeof MERCHANT_STATUSES)[number];

export const MerchantProfile = z.object({
  id: z.number().int(),
  companyName: z.string(),
  contactPerson: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  status: z.enum(MERCHANT_STATUSES),
  locale: z.enum(LOCALES),
  timeZone: z.string(),
  createdTime: Instant,
  lastLoginTime: Instant.nullable(),
});
export type MerchantProfile = z.output<typeof MerchantProfile>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What a merchant may change about itself; the e-mail address has a flow of its own. */
export const ProfileUpdate = z.object({
  companyName: z.string().trim().min(2).max(200).optional(),
  contactPerson: z.string().trim().min(1).max(100).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()-]{6,20}$/)
    .nullable()
    .optional(),
  locale: z.enum(LOCALES).optional(),
  timeZone: z.string().max(50).refine(isTimeZone).optional(),
});

export const MerchantSummary = MerchantProfile.omit({ locale: true, timeZone: true }).extend({
  cards: z.number().int(),
  alertsNeedingAnswer: z.number().int(),
});
export type MerchantSummary = z.output<typeof MerchantSummary>;

export const MerchantListInput = PageInput.extend({
  keyword: z.string().trim().max(100).optional(),
  status: z.enum(MERCHANT_STATUSES).optional(),
});
export const MerchantPage = pageOf(MerchantSummary);
