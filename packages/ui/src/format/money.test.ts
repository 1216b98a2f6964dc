import { expect, test } from 'vitest';
import { formatMoney } from './money.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [1234.5, 'USD', 'USD 1,234.50'],
  [0.1 + 0.2, 'USD', 'USD 0.30'],
  [1200, 'JPY', 'JPY 1,200'],
  [1.5, 'KWD', 'KWD 1.500'],
  [999999999999.99, 'EUR', 'EUR 999,999,999,999.99'],
])('A-361 %f %s has the decimals of its currency', (amount, currency, text) => {
  expect(plain(formatMoney(amount, currency, 'zh-CN'))).toBe(text);
  expect(plain(formatMoney(amount, currency, 'en'))).toBe(text);
});

test('more decimals than the currency has are shown, not rounded away', () => {
  expect(plain(formatMoney(10.005, 'USD', 'en'))).toBe('USD 10.005');
});

test('a code that Intl would refuse is still shown', () => {
  expect(plain(formatMoney(5, 'X1', 'en'))).toBe('X1 5.00');
});
