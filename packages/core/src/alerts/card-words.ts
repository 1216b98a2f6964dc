import type { Locale } from '../kernel/locale.ts';
import type { CardBrand } from './model.ts';

const TYPES: Record<string, Record<Locale, string>> = {
  CREDIT: { 'zh-CN': '信用卡', en: 'Credit' },
  DEBIT: { 'zh-CN': '借记卡', en: 'Debit' },
  PREPAID: { 'zh-CN': '预付卡', en: 'Prepaid' },
  CHARGE: { 'zh-CN': '签账卡', en: 'Charge' },
};

/** The card's type in words; what the network says in words of its own stays as it came. */
export function explainCardType(type: string | null, locale: Locale): string | null {
  const plain =
    type
      ?.toUpperCase()
      .replace(/[\s_-]*CARD$/, '')
      .trim() ?? '';
  return TYPES[plain]?.[locale] ?? type;
}

const BRANDS: Record<Exclude<CardBrand, 'OTHER'>, Record<Locale, string>> = {
  VISA: { 'zh-CN': 'Visa', en: 'Visa' },
  MASTERCARD: { 'zh-CN': 'Mastercard', en: 'Mastercard' },
  AMEX: { 'zh-CN': 'American Express', en: 'American Express' },
  UNIONPAY: { 'zh-CN': '银联', en: 'UnionPay' },
  JCB: { 'zh-CN': 'JCB', en: 'JCB' },
  DISCOVER: { 'zh-CN': 'Discover', en: 'Discover' },
  DINERS: { 'zh-CN': 'Diners Club', en: 'Diners Club' },
};

/** The brand's own name; for a brand we have no word for, what the network calls it. */
export function explainCardBrand(brand: CardBrand | null, named: string | null, locale: Locale): string | null {
  return brand === null || brand === 'OTHER' ? named : BRANDS[brand][locale];
}
