import { z } from 'zod';
import { CompanyName, PersonName, Phone } from '../accounts/model.ts';
import { LOCALES } from '../kernel/locale.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant, TimeZone } from '../kernel/time.ts';

/** Document 000 §4.1.2: 待激活, 正常, 暂停, 关闭. */
export const MERCHANT_STATUSES = ['PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED'] as const;
export type MerchantStatus = (typeof MERCHANT_STATUSES)[number];

export const MerchantProfile = z.object({
  id: z.number().int(),
  companyName: z.string(),
  contactPerson: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  /** Whether the owner may sign in by it: a number that somebody else had first is for contact alone. */
  phoneSignsIn: z.boolean(),
  status: z.enum(MERCHANT_STATUSES),
  locale: z.enum(LOCALES),
  timeZone: z.string(),
  createdTime: Instant,
  lastLoginTime: Instant.nullable(),
});
export type MerchantProfile = z.output<typeof MerchantProfile>;

/** What a merchant may change about itself; the e-mail address has a flow of its own. */
export const ProfileUpdate = z.object({
  companyName: CompanyName.optional(),
  contactPerson: PersonName.optional(),
  phone: Phone.nullable().optional(),
  locale: z.enum(LOCALES).optional(),
  timeZone: TimeZone.optional(),
});

export const MerchantSummary = MerchantProfile.omit({ locale: true, timeZone: true, phoneSignsIn: true }).extend({
  cards: z.number().int(),
  alertsNeedingAnswer: z.number().int(),
});
export type MerchantSummary = z.output<typeof MerchantSummary>;

export const MerchantListInput = PageInput.extend({
  keyword: z.string().trim().max(100).optional(),
  status: z.enum(MERCHANT_STATUSES).optional(),
});
export const MerchantPage = pageOf(MerchantSummary);
