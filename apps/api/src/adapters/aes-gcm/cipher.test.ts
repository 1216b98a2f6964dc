import { randomBytes } from 'node:crypto';
import { SEALED_HEAD } from '@forewarn/core/ports/cipher';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCipher } from './cipher.ts';

const key = (id: string) => ({ id, key: randomBytes(32) });

describe('A-228 sealing with AES-256-GCM', () => {
  it('opens what it sealed, whatever the bytes', () => {
    const cipher = createCipher([key('k1')]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4096 }), fc.string(), (bytes, place) => {
        const plain = Buffer.from(bytes);
        expect(cipher.open(cipher.seal(plain, place), place).equals(plain)).toBe(true);
      }),
    );
  });

  it('refuses a value moved to another place', () => {
    const cipher = createCipher([key('k1')]);
    const sealed = cipher.seal('secret', 'provider_credentials.value.a');
    expect(() => cipher.open(sealed, 'provider_credentials.value.b')).toThrow();
  });

  it('refuses a value with any bit flipped', () => {
    const cipher = createCipher([key('k1')]);
    const sealed = cipher.seal('a secret of some length', 'place');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
      expect(() => cipher.open(changed, 'place'), `bit ${bit}`).toThrow();
    }
  });

  it('never uses a nonce twice and never shows the text', () => {
    const cipher = createCipher([key('k1')]);
    const sealed = Array.from({ length: 2000 }, () => cipher.seal('the same text', 'place'));
    expect(new Set(sealed.map((bytes) => bytes.subarray(4, 16).toString('hex'))).size).toBe(2000);
    expect(sealed.every((bytes) => !bytes.includes('the same text'))).toBe(true);
  });

  it('seals with the first key and opens with a former one, until that is taken away', () => {
    const [first, second] = [key('2025'), key('2026')];
    const old = createCipher([first]).seal('text', 'place');
    const rotated = createCipher([second, first]);
    expect(rotated.open(old, 'place').toString()).toBe('text');
    expect(rotated.seal('text', 'place').toString('latin1', 2, 6)).toBe('2026');
    expect(() => createCipher([second]).open(old, 'place')).toThrow('unknown key: 2025');
  });

  it('tells a value’s key from its first bytes alone, also of one it doesn’t have', () => {
    const longest = key('k'.repeat(40));
    const sealed = createCipher([longest]).seal('text', 'place');
    const cipher = createCipher([key('new'), key('old')]);
    expect(cipher.keyIds).toEqual(['new', 'old']);
    expect(cipher.keyOf(sealed.subarray(0, SEALED_HEAD))).toBe(longest.id);
    for (const none of ['', 'plain text', '\x01', '\x01\x00abc'])
      expect(cipher.keyOf(Buffer.from(none))).toBeUndefined();
  });
});
