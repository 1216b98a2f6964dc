import { describe, expect, it } from 'vitest';
import { normalizePhone, readIdentifier } from './identifier.ts';

describe('A-032 A-347 one field for e-mail or phone', () => {
  it.each([
    ['  Zhang.San@Example.COM ', 'email', 'zhang.san@example.com'],
    ['ｚｈａｎｇ@example.com', 'email', 'zhang@example.com'],
    ['138 1234 5678', 'phone', '+8613812345678'],
    ['+86 138-1234-5678', 'phone', '+8613812345678'],
    ['0086 (138) 12345678', 'phone', '+8613812345678'],
    ['１３８１２３４５６７８', 'phone', '+8613812345678'],
    ['+1 415.555.0100', 'phone', '+14155550100'],
    ['020-12345678', 'phone', '02012345678'],
    ['nobody', 'email', 'nobody'],
  ])('reads %s as %s %s', (account, kind, value) => {
    expect(readIdentifier(account)).toEqual({ kind, value });
  });

  it('knows what is no phone number', () => {
    for (const text of ['12345', '+', 'abc1234567', '1'.repeat(30)]) expect(normalizePhone(text)).toBeUndefined();
  });
});
