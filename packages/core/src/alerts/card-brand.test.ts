import { expect, it } from 'vitest';
import { cardBrandOf } from './card-brand.ts';

it.each([
  ['Visa', null, 'VISA'],
  ['MASTER CARD', null, 'MASTERCARD'],
  ['mc', '411111', 'MASTERCARD'],
  ['American Express', null, 'AMEX'],
  ['China UnionPay', null, 'UNIONPAY'],
  ['Troy', null, 'OTHER'],
  [null, '411111', 'VISA'],
  [null, '541333', 'MASTERCARD'],
  [null, '22230000', 'MASTERCARD'],
  [null, '374245', 'AMEX'],
  [null, '356600', 'JCB'],
  [null, '360012', 'DINERS'],
  [null, '601100', 'DISCOVER'],
  [null, '622600', 'UNIONPAY'],
  [null, '979200', 'OTHER'],
  ['', '4111 11', 'VISA'],
  ['CREDIT', '411111', 'VISA'],
  [null, '41', null],
  [null, null, null],
  ['  ', null, null],
] as const)('the brand of a card named %s with BIN %s is %s', (named, bin, brand) => {
  expect(cardBrandOf(named, bin)).toBe(brand);
});
