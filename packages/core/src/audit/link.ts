import type { Macs } from '../ports/macs.ts';
import { type AuditRecord, canonicalBytes } from './canonical.ts';

/** Where the chain stands: its last link. */
export interface Head {
  seq: number;
  hash: Buffer;
}

/** Before the first link. */
export const GENESIS: Head = { seq: 0, hash: Buffer.alloc(32) };

/**
 * A link's hash: HMAC(previous hash, its number, the row). Whoever changes, moves or drops a row would have to make every later hash anew,
 * and has no key to do so. undefined: the key isn't there.
 */
export function linkHash(macs: Macs, keyId: string, prev: Head, row: AuditRecord): Buffer | undefined {
  const seq = Buffer.alloc(8);
  seq.writeBigUInt64BE(BigInt(prev.seq + 1));
  return macs.mac('audit-chain', keyId, Buffer.concat([prev.hash, seq, canonicalBytes(row)]));
}
