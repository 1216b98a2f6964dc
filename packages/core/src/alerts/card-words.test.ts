import { expect, it } from 'vitest';
import { explainCardBrand, explainCardType } from './card-words.ts';

it.each([
  ['CREDIT', '信用卡'],
  ['debit card', '借记卡'],
  ['PREPAID_CARD', '预付卡'],
  ['World Elite', 'World Elite'],
  [null, null],
])('A-148 card type %s: %s', (type, words) => expect(explainCardType(type, 'zh-CN')).toBe(words));

it('A-148 the brand by its name, and one we don’t know as the network calls it', () => {
  expect(explainCardBrand('MASTERCARD', 'MASTERCARD', 'en')).toBe('Mastercard');
  expect(explainCardBrand('UNIONPAY', 'CUP', 'zh-CN')).toBe('银联');
  expect(explainCardBrand('OTHER', 'Elo', 'en')).toBe('Elo');
  expect(explainCardBrand(null, null, 'en')).toBeNull();
});
