import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESCRIPTOR_SIGNS, Descriptor, lintDescriptor } from './model.ts';

const codes = (text: string, known?: Parameters<typeof lintDescriptor>[1]) =>
  lintDescriptor(text, known).map(({ code }) => code);
const of = (text: string, code: string, known?: Parameters<typeof lintDescriptor>[1]) =>
  lintDescriptor(text, known).find((finding) => finding.code === code);

describe('A-067 the signs a descriptor may have', () => {
  it('are letters, digits, the blank and the listed signs, and no other printable one', () => {
    const printable = Array.from({ length: 0x7e - 0x20 + 1 }, (_, at) => String.fromCharCode(0x20 + at));
    const signs = printable.filter((sign) => !/[A-Za-z0-9 ]/.test(sign) && Descriptor.safeParse(`AB${sign}CD`).success);
    expect(signs.toSorted()).toEqual(DESCRIPTOR_SIGNS.toSorted());
  });
});

describe('a descriptor that could be anybody’s', () => {
  it.each([
    ['174030076543219', 'DIGITS_ONLY'],
    ['12-34 56', 'DIGITS_ONLY'],
    ['PAYPAL *', 'FACILITATOR_ONLY'],
    ['paypal', 'FACILITATOR_ONLY'],
    ['SQ *', 'FACILITATOR_ONLY'],
    ['Stripe', 'FACILITATOR_ONLY'],
    ['ALIPAY*', 'FACILITATOR_ONLY'],
    ['ONLINE STORE', 'GENERIC'],
    ['Payment', 'GENERIC'],
    ['www.shop.com', 'GENERIC'],
    ['STRIPE* ONLINE SHOP', 'GENERIC'],
    ['网上商城', 'GENERIC'],
    ['在线支付有限公司', 'GENERIC'],
    ['ACME', 'SHORT'],
    ['A*B.C', 'SHORT'],
    ['SQ *AB', 'SHORT'],
    ['书店', 'SHORT'],
  ])('%s: %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
    expect(of(text, code)?.severity).toBe('warning');
  });

  it.each(['SHOP*ACME.COM', 'ACMEX', 'PAYPAL *NORTHWIND', '北方书店', 'APPLE.COM/BILL', 'GOOGLE GARDENS', 'A1B2C3'])(
    '%s is a name',
    (text) => {
      expect(codes(text).filter((code) => code !== 'VARIANTS')).toEqual([]);
    },
  );

  it('says nothing of nothing', () => {
    for (const text of ['', ' ', '***']) expect(codes(text)).toEqual([]);
  });
});

describe('what statements cut off', () => {
  it.each([
    ['NORTHWIND TRADERS 1234', undefined, []],
    ['NORTHWIND TRADERS 12345', 'hint', ['NORTHWIND TRADERS 1234']],
    ['NORTHWIND TRADERS SHANGHAI', 'warning', ['NORTHWIND TRADERS SHAN', 'NORTHWIND TRADERS SHANGHA']],
  ])('%s', (text, severity, shown) => {
    const finding = of(text, 'TRUNCATED');
    expect(finding?.severity).toBe(severity);
    expect(finding?.shown ?? []).toEqual(shown);
    expect(finding?.suggestions ?? []).toEqual(shown.slice(0, 1));
  });
});

describe('the forms a payment also comes in', () => {
  it.each([
    ['SHOP*ACME.COM', ['SHOP ACME.COM', 'SHOP*ACME']],
    ['paypal *northwind', ['PAYPAL*NORTHWIND', 'NORTHWIND', 'PAYPAL NORTHWIND']],
    ['NORTHWIND', ['NORTHWIND.COM']],
    ['NORTHWIND BOOKS', ['NORTHWIND*BOOKS']],
    ['北方书店', []],
  ])('%s', (text, variants) => {
    expect(of(text, 'VARIANTS')?.suggestions ?? []).toEqual(variants);
  });

  it('leaves out what is enrolled, in whatever case', () => {
    expect(of('SHOP*ACME.COM', 'VARIANTS', { seen: [], enrolled: ['shop  acme.com'] })?.suggestions).toEqual([
      'SHOP*ACME',
    ]);
  });
});

describe('what alerts carried instead', () => {
  it.each([
    ['NORTHWIND.COM', 'NORTHWIND COM'],
    ['NORTHWIMD.COM', 'NORTHWIND.COM'],
    ['NORTHWIND SHANGHAI', 'NORTHWIND SHANGH'],
  ])('%s ← %s', (typed, seen) => {
    const finding = of(typed, 'SEEN_DIFFERENTLY', { seen: ['ELSEWHERE', seen], enrolled: [] });
    expect(finding).toMatchObject({ severity: 'warning', suggestions: [seen] });
  });

  it.each([
    ['the same', 'Northwind  Books', ['NORTHWIND BOOKS', 'NORTHWIND BOOK']],
    ['another name', 'NORTHWIND', ['SOUTHWARD', 'ACME']],
    ['three letters apart', 'NORTHWIND', ['NARTHWOND2']],
    ['too short to tell', 'ABC', ['ABD']],
  ])('not: %s', (_, typed, seen) => {
    expect(codes(typed, { seen, enrolled: [] })).not.toContain('SEEN_DIFFERENTLY');
  });
});

it('never suggests what the form would refuse, nor the text itself, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const { code, suggestions } of lintDescriptor(`ACME ${text}`))
        for (const suggestion of suggestions) {
          expect(suggestion).not.toBe(text);
          if (code === 'VARIANTS') expect(Descriptor.safeParse(suggestion).success, suggestion).toBe(true);
        }
    }),
  );
});
