import { createCipheriv, createDecipheriv, createSecretKey, randomFillSync } from 'node:crypto';
import type { Cipher } from '@forewarn/core/ports/cipher';

/** A named 256-bit key; `id` is 1–40 ASCII characters and stands beside every ciphertext. */
export interface DataKey {
  id: string;
  key: Buffer;
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM as bytes `version(1) | key id length(1) | key id | nonce(12) | ciphertext | tag(16)`.
 * The place (`table.column.row`) is authenticated, so that a ciphertext moved to another row doesn't open.
 * The first key seals, all keys open: rotate by putting a new one in front. A key must not seal more than 2^32 values.
 */
export function createCipher(keys: readonly DataKey[]): Cipher {
  const [current] = keys;
  if (!current) throw new Error('createCipher needs at least one key');
  // Key objects: given as bytes, OpenSSL would import the key anew for each value, which costs twice the sealing itself.
  const byId = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]));
  const sealing = createSecretKey(current.key);
  const head = Buffer.concat([Buffer.from([VERSION, current.id.length]), Buffer.from(current.id, 'ascii')]);

  return {
    keyIds: keys.map(({ id }) => id),
    keyOf(sealed) {
      const idLength = sealed[1] ?? 0;
      if (sealed[0] !== VERSION || idLength === 0 || sealed.length < 2 + idLength) return undefined;
      return sealed.toString('latin1', 2, 2 + idLength);
    },
    seal(plain, place) {
      const data = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
      const nonceStart = head.length;
      const bodyStart = nonceStart + NONCE;
      const out = Buffer.allocUnsafe(bodyStart + data.length + TAG);
      head.copy(out);
      const nonce = out.subarray(nonceStart, bodyStart);
      takeNonce(nonce);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      cipher.setAAD(Buffer.from(place, 'utf8'));
      cipher.update(data).copy(out, bodyStart);
      cipher.final();
      cipher.getAuthTag().copy(out, bodyStart + data.length);
      return out;
    },
    open(sealed, place) {
      const idLength = sealed[1] ?? 0;
      const bodyStart = 2 + idLength + NONCE;
      if (sealed[0] !== VERSION || sealed.length < bodyStart + TAG) throw new Error('Not a sealed value');
      const id = sealed.toString('latin1', 2, 2 + idLength);
      const key = byId.get(id);
      if (!key) throw new Error(`Sealed with an unknown key: ${id}`);
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(2 + idLength, bodyStart));
      decipher.setAAD(Buffer.from(place, 'utf8'));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      const plain = decipher.update(sealed.subarray(bodyStart, sealed.length - TAG));
      decipher.final();
      return plain;
    },
  };
}

/** Random nonces are drawn from the system in blocks: one call for 512 of them is what makes sealing cheap on the intake path. */
const pool = Buffer.alloc(NONCE * 512);
let taken = pool.length;

function takeNonce(target: Buffer): void {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  pool.copy(target, 0, taken, taken + NONCE);
  taken += NONCE;
}
