import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountToNumber, amountToSql, exponentOf, fitsCurrency, formatAmount, parseAmount } from './money.ts';

const DECIMAL_LIMIT = 10n ** 19n - 1n;
const amounts = fc.bigInt({ min: -DECIMAL_LIMIT, max: DECIMAL_LIMIT });

describe('A-100 A-361 amounts are exact', () => {
  it.each([
    ['19.90', 199_000n],
    ['0.1', 1000n],
    ['0.0001', 1n],
    ['1200', 12_000_000n],
    ['1.500', 15_000n],
    ['0.10000', 1000n],
    ['-3.25', -32_500n],
    [' 7 ', 70_000n],
    ['999999999999999.9999', 9_999_999_999_999_999_999n],
  ])('reads %s', (text, expected) => {
    expect(parseAmount(text)).toBe(expected);
  });

  it.each([
    '',
    '.',
    '.5',
    '5.',
    '1,000',
    '1e2',
    '0x10',
    '0.00001',
    '١',
    'NaN',
    'Infinity',
    '--1',
    '+1',
    '1234567890123456',
  ])('refuses %j', (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });

  it('gives back every amount DECIMAL(19,4) can hold', () => {
    fc.assert(fc.property(amounts, (amount) => parseAmount(amountToSql(amount)) === amount));
  });

  it('survives a JSON number up to 15 digits', () => {
    const short = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(fc.property(short, (amount) => parseAmount(amountToNumber(amount).toFixed(4)) === amount));
  });
});

describe('A-361 decimals by currency', () => {
  it.each([
    ['JPY', 0, '1200', true],
    ['JPY', 0, '1200.5', false],
    ['KRW', 0, '1', true],
    ['USD', 2, '19.90', true],
    ['USD', 2, '19.901', false],
    ['EUR', 2, '0.01', true],
    ['CNY', 2, '0.001', false],
    ['KWD', 3, '1.234', true],
    ['KWD', 3, '1.2345', false],
    ['BHD', 3, '0.001', true],
    ['CLF', 4, '1.2345', true],
    ['XXX', 2, '1.23', true],
  ])('%s has %i: %s fits is %s', (currency, decimals, text, fits) => {
    expect(exponentOf(currency)).toBe(decimals);
    expect(fitsCurrency(parseAmount(text) ?? 0n, currency)).toBe(fits);
  });

  it.each([
    ['1200', 'JPY', '1200 JPY'],
    ['1200.5', 'JPY', '1200.5 JPY'],
    ['19.9', 'USD', '19.90 USD'],
    ['19.905', 'USD', '19.905 USD'],
    ['1.5', 'KWD', '1.500 KWD'],
    ['0', 'EUR', '0.00 EUR'],
    ['-0.5', 'EUR', '-0.50 EUR'],
  ])('writes %s %s as %s', (text, currency, expected) => {
    expect(formatAmount(parseAmount(text) ?? 0n, currency)).toBe(expected);
  });

  it('never shows less than there is', () => {
    const currencies = fc.constantFrom('JPY', 'USD', 'KWD', 'CLF');
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        const [number = ''] = formatAmount(amount, currency).split(' ');
        expect(parseAmount(number)).toBe(amount);
      }),
    );
  });
});
