import creditCardType from 'credit-card-type';
import { CARD_BRANDS, type CardBrand } from './model.ts';

/** How providers spell brands, without case and anything but letters. */
const SPELLINGS: Record<string, CardBrand> = {
  mc: 'MASTERCARD',
  americanexpress: 'AMEX',
  cup: 'UNIONPAY',
  chinaunionpay: 'UNIONPAY',
  dinersclub: 'DINERS',
  ...Object.fromEntries(CARD_BRANDS.map((brand) => [brand.toLowerCase(), brand])),
};

/**
 * The card's brand: as the provider names it (any spelling), else by the issuer BIN; OTHER for a brand we have no word for,
 * null when neither says anything.
 */
export function cardBrandOf(named: string | null, cardBin: string | null): CardBrand | null {
  const spelled = SPELLINGS[named?.toLowerCase().replace(/[^a-z]/g, '') ?? ''];
  if (spelled && spelled !== 'OTHER') return spelled;
  const bin = /^\d{4,}/.exec(cardBin ?? '')?.[0];
  if (bin === undefined) return named?.trim() ? 'OTHER' : null;
  return brandOfBin(bin.slice(0, 8));
}

/** Few BINs make most alerts; the library tries dozens of patterns for each. */
const known = new Map<string, CardBrand>();

function brandOfBin(bin: string): CardBrand {
  const before = known.get(bin);
  if (before) return before;
  const [type] = creditCardType(bin);
  const brand = SPELLINGS[type?.type.replace(/[^a-z]/g, '') ?? ''] ?? 'OTHER';
  if (known.size >= 10_000) known.clear();
  known.set(bin, brand);
  return brand;
}
