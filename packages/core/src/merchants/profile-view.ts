import { asLocale } from '../kernel/locale.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import type { MerchantProfile, MerchantStatus, MerchantSummary } from './model.ts';

interface MerchantRow {
  id: number;
  companyName: string;
  contactPerson: string;
  email: string;
  phone: string | null;
  status: MerchantStatus;
  locale: string;
  timeZone: string;
  createdTime: Date;
  lastLoginTime: Date | null;
}

export function toProfile(row: MerchantRow): MerchantProfile {
  return {
    ...row,
    locale: asLocale(row.locale),
    createdTime: iso(row.createdTime),
    lastLoginTime: isoOrNull(row.lastLoginTime),
  };
}

export function toSummary(row: MerchantRow, cards: number, alertsNeedingAnswer: number): MerchantSummary {
  const { locale: _locale, timeZone: _timeZone, ...shown } = toProfile(row);
  return { ...shown, cards, alertsNeedingAnswer };
}
