import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CardInput } from './model.ts';
import { normalizeKey } from './normalize.ts';

describe('A-385 the compared form', () => {
  it.each([
    ['  North  shop ', 'NORTH SHOP'],
    ['ＮＯＲＴＨ＊１', 'NORTH*1'],
    ['straße', 'STRASSE'],
    ['ΐ', normalizeKey('Ϊ\u0301')],
    ['ΐ', normalizeKey(normalizeKey('ΐ'))],
    ['', ''],
    [null, ''],
    ['\u3000', ''],
  ])('%j is %j', (text, expected) => {
    expect(normalizeKey(text)).toBe(expected);
  });

  it('is the same for itself, has no blank at its ends nor two in a row, and at most 100 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const key = normalizeKey(text);
        expect(normalizeKey(key)).toBe(key);
        expect(key).not.toMatch(/^\s|\s$|\s\s/u);
      }),
    );
    expect([...normalizeKey('界'.repeat(300))]).toHaveLength(100);
  });
});

describe('a card’s fields', () => {
  const good = { descriptor: 'NORTH*SHOP', cardBin: '411111', notifyEmail: 'a@example.test' };
  it.each([
    ['no caid is an empty one', { caid: null }, true],
    ['A-067 a descriptor of one character', { descriptor: 'x' }, false],
    ['A-067 a descriptor of 51', { descriptor: 'x'.repeat(51) }, false],
    ['A-067 a Chinese one', { descriptor: '北方书店（总部）'.replace(/[（）]/g, ' ') }, true],
    ['A-067 markup', { descriptor: '<b>x</b>' }, false],
    ['A-068 five digits', { cardBin: '41111' }, false],
    ['A-068 nine digits', { cardBin: '411111222' }, false],
    ['A-068 letters', { cardBin: '41111x' }, false],
    ['no address', { notifyEmail: 'nobody' }, false],
  ])('%s', (_, change, expected) => {
    expect(CardInput.safeParse({ ...good, ...change }).success).toBe(expected);
  });
});
