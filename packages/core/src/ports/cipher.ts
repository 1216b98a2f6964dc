/** Enough of a sealed value's beginning for {@link Cipher.keyOf}, in bytes. */
export const SEALED_HEAD = 64;

/** AES-256-GCM with key ids. `place` (`table.column.row`) is authenticated, so that a ciphertext can't be moved to another row. */
export interface Cipher {
  seal(plain: Buffer | string, place: string): Buffer;
  /** Throws when the key is unknown or the bytes were changed or moved. */
  open(sealed: Buffer, place: string): Buffer;
  /** The keys it has, by their ids; the first seals, all open. */
  readonly keyIds: readonly string[];
  /** The key's id a value was sealed with, read from its first {@link SEALED_HEAD} bytes without opening it; undefined when it isn't one. */
  keyOf(sealed: Buffer): string | undefined;
}
