import { createHash, randomInt } from 'node:crypto';
import type { Realm } from './model.ts';

export const RECOVERY_CODES = 10;
/** Without I, L, O and U, 0 and 1: what is read from paper must not be guessed at. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Sixteen characters in four groups, about 78 bits: too many to try although their hash is a fast one. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return [group(), group(), group(), group()].join('-');
}

/** However it is typed: case, blanks and dashes don't matter. */
export function hashRecoveryCode({ realm, id }: { realm: Realm; id: number }, code: string): Buffer {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(`${realm}#${id}:${plain}`).digest();
}
