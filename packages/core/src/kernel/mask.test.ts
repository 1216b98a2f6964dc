import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAddress, maskBin, maskEmail, maskFigure, maskName, maskPhone, maskSecret } from './mask.ts';

describe('A-366 masks', () => {
  it.each([
    [maskBin, '411111', '4111**'],
    [maskBin, '41111122', '4111****'],
    [maskBin, '4111', '4111'],
    [maskBin, '', ''],
    [maskName, 'Zhang San', 'Z*******n'],
    [maskName, '张三丰', '张*丰'],
    [maskName, '张三', '张*'],
    [maskName, '张', '*'],
    [maskName, '  ', ''],
    [maskName, '𠮷野家', '𠮷*家'],
    [maskEmail, 'zhang.san@example.com', 'zh***@example.com'],
    [maskEmail, 'a@example.com', 'a***@example.com'],
    [maskEmail, 'no address', '***'],
    [maskEmail, '@example.com', '***'],
    [maskPhone, '+8613812345678', '+861****5678'],
    [maskPhone, '1234567', '*******'],
    [maskAddress, '浙江省杭州市西湖区文三路1号', '浙江省杭州市***'],
    [maskAddress, '1 Main Street, Boston', '1 Main***'],
    [maskAddress, '京', '***'],
    [maskAddress, ' ', ''],
    [maskFigure, '500000.00', '****'],
    [maskFigure, '', ''],
    [maskSecret, 'abcdefghijkl', '••••••••ijkl'],
    [maskSecret, 'short', '••••••••'],
  ])('$name of %j is %j', (mask, text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  it('a secret’s mask shows at most four of its characters', () => {
    fc.assert(fc.property(fc.string(), (secret) => maskSecret(secret).replaceAll('•', '').length <= 4));
  });

  it('what is left of an address is at most two characters of its name', () => {
    fc.assert(fc.property(fc.emailAddress(), (email) => maskEmail(email).indexOf('*') <= 2));
  });
});
