/** What is authenticated: each purpose has a key of its own, so that a code made for one proves nothing for another. */
export type MacPurpose = 'audit-chain' | 'audit-checkpoint';

/** HMAC-SHA256 under keys that are derived from the data keys; 32 bytes. */
export interface Macs {
  /** Names the key that signs now; it stands beside every code made with it. */
  readonly keyId: string;
  /** undefined: there is no key of that name (any more). */
  mac(purpose: MacPurpose, keyId: string, data: Buffer): Buffer | undefined;
}
