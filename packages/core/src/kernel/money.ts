/**
 * Money without floats. An amount is an integer of ten-thousandths of the currency's major unit (a `bigint`), which is exactly
 * what `DECIMAL(19,4)` holds and represents every ISO 4217 minor unit (0, 2, 3 or 4 decimals): docs/decisions/0005.
 */
const SCALE = 4;
const UNIT = 10_000n;
const PATTERN = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/** Decimal text (`"19.9"`, `"1e2"` is refused) → ten-thousandths; undefined when it isn't a decimal number or has more than four decimals. */
export function parseAmount(text: string): bigint | undefined {
  const match = PATTERN.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '0', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > SCALE) return undefined;
  const value = BigInt(whole) * UNIT + BigInt(kept.padEnd(SCALE, '0'));
  return sign ? -value : value;
}

/** Ten-thousandths → decimal text for SQL, always four decimals. */
export function amountToSql(amount: bigint): string {
  const sign = amount < 0n ? '-' : '';
  const size = amount < 0n ? -amount : amount;
  return `${sign}${size / UNIT}.${String(size % UNIT).padStart(SCALE, '0')}`;
}

/** Ten-thousandths → a JSON number in major units, for outputs only; never compute with it. */
export function amountToNumber(amount: bigint): number {
  return Number(amountToSql(amount));
}

const EXPONENTS = new Map<string, number>([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
]);

/** Decimals of an ISO 4217 currency (JPY 0, USD 2, KWD 3). */
export function exponentOf(currency: string): number {
  return EXPONENTS.get(currency) ?? 2;
}

/** Whether the amount is a whole number of the currency's minor units. */
export function fitsCurrency(amount: bigint, currency: string): boolean {
  return amount % 10n ** BigInt(SCALE - exponentOf(currency)) === 0n;
}

/** Plain text with the currency's own decimals (`1234.50 USD`, `1200 JPY`), for mails and logs. */
export function formatAmount(amount: bigint, currency: string): string {
  const text = amountToSql(amount);
  const decimals = exponentOf(currency);
  const [whole = '0', fraction = ''] = text.split('.');
  const kept = fraction.slice(0, decimals) + fraction.slice(decimals).replace(/0+$/, '');
  return `${kept === '' ? whole : `${whole}.${kept}`} ${currency}`;
}
