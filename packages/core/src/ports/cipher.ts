/** AES-256-GCM with key ids. `place` (`table.column.row`) is authenticated, so that a ciphertext can't be moved to another row. */
export interface Cipher {
  seal(plain: Buffer | string, place: string): Buffer;
  /** Throws when the key is unknown or the bytes were changed or moved. */
  open(sealed: Buffer, place: string): Buffer;
}
