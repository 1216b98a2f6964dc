import { asLocale } from '../kernel/locale.ts';
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

export function toSummary(row: MerchantRow, cards: number, alertsNeedingAnswer: number): MerchantSummary {
  const { locale: _locale, timeZone: _timeZone, phoneSignsIn: _phoneSignsIn, ...shown } = toProfile(row);
  return { ...shown, cards, alertsNeedingAnswer };
}
