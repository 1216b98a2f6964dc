import { z } from 'zod';
import { CompanyName, PersonName, Phone } from '../accounts/model.ts';
import { MERCHANT_ROLES } from '../kernel/access.ts';
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
  /** Its mail addresses that don't work: the last two mails came to nothing. */
  mailTroubles: z.number().int(),
});
export type MerchantSummary = z.output<typeof MerchantSummary>;

export const MerchantListInput = PageInput.extend({
  keyword: z.string().trim().max(100).optional(),
  status: z.enum(MERCHANT_STATUSES).optional(),
});
export const MerchantPage = pageOf(MerchantSummary);

export const MerchantId = z.object({ id: z.coerce.number<number | string>().int().positive() });

/** What staff enter to invite a merchant. */
export const NewMerchant = z.object({
  companyName: z.string().trim().min(2).max(200),
  contactPerson: z.string().trim().min(1).max(100),
  email: z.email().trim().max(100),
  phone: Phone.nullish(),
  locale: z.enum(LOCALES).default('zh-CN'),
  timeZone: TimeZone.default('Asia/Shanghai'),
});

/** no status changes without a reason; it stands in the audit log and is the operator's alone. */
export const StatusChange = MerchantId.extend({ reason: z.string().trim().min(2).max(500) });
export const StatusChanged = z.object({
  id: z.number().int(),
  status: z.enum(MERCHANT_STATUSES),
  cardsClosed: z.number().int(),
  alertsReleased: z.number().int(),
  sessionsEnded: z.number().int(),
});

export const Consequences = z.object({
  pendingAlerts: z.number().int(),
  /** The five that are due first. */
  firstAlerts: z.array(
    z.object({
      id: z.number().int(),
      alertId: z.string(),
      deadline: Instant,
      amount: z.number(),
      currency: z.string(),
    }),
  ),
  registeredCards: z.number().int(),
  /** The five that were saved first. */
  firstCards: z.array(
    z.object({
      id: z.number().int(),
      descriptor: z.string(),
      cardBin: z.string(),
      caid: z.string(),
      registerTime: Instant.nullable(),
    }),
  ),
  /** Places where somebody of the merchant is signed in. */
  sessions: z.number().int(),
});
export type Consequences = z.output<typeof Consequences>;

export const MerchantUser = z.object({
  id: z.number().int(),
  name: z.string(),
  email: z.string(),
  role: z.enum(MERCHANT_ROLES),
  status: z.enum(['INVITED', 'ACTIVE', 'DISABLED']),
  totpEnabled: z.boolean(),
  /** Wrong passwords keep this person out at present. */
  locked: z.boolean(),
  lastLoginTime: Instant.nullable(),
});

/** A-062…A-064 with the people and figures that staff need on one page; the cards have a list of their own. */
export const MerchantDetail = MerchantSummary.extend({
  activatedTime: Instant.nullable(),
  statusReason: z.string().nullable(),
  locale: z.enum(LOCALES),
  timeZone: z.string(),
  users: z.array(MerchantUser),
  sessions: z.number().int(),
  /** Each stops at 10,000, which means “10,000 or more” (decision 0012). */
  alerts: z.object({
    total: z.number().int(),
    needingAnswer: z.number().int(),
    /** Among the latest 10,000. */
    held: z.number().int(),
    last30Days: z.number().int(),
  }),
});
export type MerchantDetail = z.output<typeof MerchantDetail>;
