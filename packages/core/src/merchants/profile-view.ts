import type { Actor } from '../kernel/actor.ts';
import { asLocale } from '../kernel/locale.ts';
import { shownTo } from '../kernel/sensitive.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import type { MerchantProfile, MerchantStatus, MerchantSummary } from './model.ts';

interface MerchantRow {
  id: number;
  companyName: string;
  contactPerson: string;
  email: string;
  phone: string | null;
  phoneNorm: string | null;
  status: MerchantStatus;
  locale: string;
  timeZone: string;
  createdTime: Date;
  lastLoginTime: Date | null;
}

export function toProfile({ phoneNorm, ...row }: MerchantRow): MerchantProfile {
  return {
    ...row,
    phoneSignsIn: phoneNorm !== null,
    locale: asLocale(row.locale),
    createdTime: iso(row.createdTime),
    lastLoginTime: isoOrNull(row.lastLoginTime),
  };
}

/** As the reader may see it: staff see contacts masked. */
export function toSummary(
  actor: Actor,
  row: MerchantRow,
  counts: Pick<MerchantSummary, 'cards' | 'alertsNeedingAnswer' | 'mailTroubles'>,
): MerchantSummary {
  const { locale: _locale, timeZone: _timeZone, phoneSignsIn: _phoneSignsIn, ...shown } = toProfile(row);
  return {
    ...shown,
    contactPerson: shownTo(actor, 'merchant.contactPerson', shown.contactPerson),
    email: shownTo(actor, 'merchant.email', shown.email),
    phone: shownTo(actor, 'merchant.phone', shown.phone),
    ...counts,
  };
}
