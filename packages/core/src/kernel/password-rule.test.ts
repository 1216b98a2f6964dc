import { describe, expect, it } from 'vitest';
import { isCommonPassword } from '../accounts/common-passwords.ts';
import { faultText } from './field-faults.ts';
import { passwordFault } from './password-rule.ts';

const LI = { email: 'li.na@example.test', companyName: '北风书业有限公司 Northwind Books' };

describe('A-042 A-043 the rule for passwords', () => {
  it.each([
    ['Ab3defg', 'PASSWORD_SHORT'],
    ['😀😀😀😀a1', 'PASSWORD_SHORT'],
    ['12345678', 'PASSWORD_LETTER'],
    ['!!!!!!!!1', 'PASSWORD_LETTER'],
    ['abcdefgh', 'PASSWORD_DIGIT'],
    [`a1${'x'.repeat(199)}`, 'PASSWORD_LONG'],
    ['Li.Na-2026!', 'PASSWORD_EMAIL'],
    ['x-northwind-9', 'PASSWORD_COMPANY'],
    ['北风书业有限公司1', 'PASSWORD_COMPANY'],
  ])('refuses %s: %s', (password, fault) => {
    expect(passwordFault(password, LI)).toBe(fault);
  });

  it.each(['correct horse 7', 'Pa55-Wort', '密码真的很长很长7', `a1${'x'.repeat(198)}`, 'books are 4 all'])(
    'takes %s',
    (password) => {
      expect(passwordFault(password, LI)).toBeUndefined();
    },
  );

  it('a name too short to mean somebody forbids nothing', () => {
    expect(passwordFault('alibaba-77', { email: 'li@example.test', companyName: 'Ali' })).toBeUndefined();
  });

  it('the commonest are known, whatever their case', () => {
    for (const password of ['Password1', 'abc12345', 'WOAINI1314', 'Qwerty123'])
      expect(isCommonPassword(password)).toBe(true);
    expect(isCommonPassword('correct horse 7')).toBe(false);
  });

  it('every reason has its words in both languages', () => {
    expect(faultText('PASSWORD_DIGIT', 'zh-CN')).toContain('数字');
    expect(faultText('PASSWORD_DIGIT', 'en')).toContain('digit');
  });
});
