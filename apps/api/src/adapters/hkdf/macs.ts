import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { MacPurpose, Macs } from '@forewarn/core/ports/macs';

/**
 * HMAC-SHA256 with a key for each purpose, derived from the data keys by HKDF (RFC 5869): no further secret to keep, and what knows
 * one purpose's key learns nothing of the data key. The first data key signs, all verify.
 */
export function createMacs(dataKeys: readonly { id: string; key: Buffer }[]): Macs {
  const [current] = dataKeys;
  if (!current) throw new Error('createMacs needs at least one key');
  const byId = new Map(dataKeys.map(({ id, key }) => [id, key]));
  const derived = new Map<string, KeyObject>();

  function keyFor(purpose: MacPurpose, keyId: string): KeyObject | undefined {
    const name = `${purpose} ${keyId}`;
    const known = derived.get(name);
    const dataKey = byId.get(keyId);
    if (known || !dataKey) return known;
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `forewarn:${purpose}`, 32)));
    derived.set(name, key);
    return key;
  }

  return {
    keyId: current.id,
    mac(purpose, keyId, data) {
      const key = keyFor(purpose, keyId);
      return key && createHmac('sha256', key).update(data).digest();
    },
  };
}
