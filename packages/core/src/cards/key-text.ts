import type { Locale } from '../kernel/locale.ts';
import type { EnrolmentKey } from './write-store.ts';

const NAMES: Record<Locale, Record<'cardBin' | 'acquirerBin', string>> = {
  'zh-CN': { cardBin: '发卡行 BIN', acquirerBin: '收单行 BIN' },
  en: { cardBin: 'issuer BIN', acquirerBin: 'acquirer BIN' },
};

/** What a card is known by beside its descriptor, each number under its own name: `issuer BIN 411111 · CAID 1740`. */
export function keyText({ cardBin, acquirerBin, caid, arn }: Omit<EnrolmentKey, 'program'>, locale: Locale): string {
  const names = NAMES[locale];
  return [
    cardBin && `${names.cardBin} ${cardBin}`,
    acquirerBin && `${names.acquirerBin} ${acquirerBin}`,
    caid && `CAID ${caid}`,
    arn && `ARN ${arn}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
