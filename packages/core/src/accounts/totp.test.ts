import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND } from '../kernel/time.ts';
import { hashRecoveryCode, newRecoveryCode } from './recovery-code.ts';
import { base32, matchingStep, otpauthUri, stepAt, totpCode } from './totp.ts';

const RFC_SECRET = Buffer.from('12345678901234567890');

describe('C-251 codes of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('are those of RFC 6238, appendix B, at %i s', (seconds, code) => {
    const now = new Date(seconds * SECOND);
    expect(totpCode(RFC_SECRET, stepAt(now))).toBe(code);
    expect(matchingStep(RFC_SECRET, code, now)).toBe(stepAt(now));
  });

  it('fit one step before and after, and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 100_000_000 }), fc.integer({ min: -5, max: 5 }), (step, off) => {
        const now = new Date(step * 30 * SECOND);
        const found = matchingStep(RFC_SECRET, totpCode(RFC_SECRET, step + off), now);
        if (Math.abs(off) <= 1) expect(found).toBeDefined();
        // Another step within reach may have the same six digits, once in a million.
        else if (found !== undefined) expect(totpCode(RFC_SECRET, found)).toBe(totpCode(RFC_SECRET, step + off));
      }),
    );
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%j is no code', (code) => {
    expect(matchingStep(RFC_SECRET, code, new Date(0))).toBeUndefined();
  });

  it('base32 is that of RFC 4648, section 10', () => {
    const vectors = { f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
    for (const [text, expected] of Object.entries(vectors)) expect(base32(Buffer.from(text))).toBe(expected);
  });

  it('the QR code holds an otpauth address every app reads', () => {
    const uri = new URL(otpauthUri(RFC_SECRET, 'a+b@example.test'));
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Forewarn:a+b@example.test',
    ]);
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});

describe('recovery codes', () => {
  const person = { realm: 'staff', id: 3 } as const;

  it('are sixteen clear characters, all different', () => {
    const codes = Array.from({ length: 200 }, newRecoveryCode);
    for (const code of codes) expect(code).toMatch(/^([A-HJKMNP-TV-Z2-9]{4}-){3}[A-HJKMNP-TV-Z2-9]{4}$/);
    expect(new Set(codes).size).toBe(200);
  });

  it('are the same however they are typed, and another person’s are others', () => {
    const hash = hashRecoveryCode(person, 'ABCD-EFGH-JKMN-2345');
    expect(hashRecoveryCode(person, ' abcd efgh jkmn2345')).toEqual(hash);
    expect(hashRecoveryCode({ ...person, id: 4 }, 'ABCD-EFGH-JKMN-2345')).not.toEqual(hash);
    expect(hashRecoveryCode({ ...person, realm: 'merchant' }, 'ABCD-EFGH-JKMN-2345')).not.toEqual(hash);
  });
});
