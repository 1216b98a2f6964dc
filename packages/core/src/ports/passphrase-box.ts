/** What a passphrase has locked, as text that fits into a JSON file; the settings stand beside it so that later versions still open it. */
export interface PassphraseBoxed {
  kdf: { name: 'scrypt'; N: number; r: number; p: number /** Base64. */; salt: string };
  cipher: 'aes-256-gcm';
  /** Base64. */
  iv: string;
  /** Base64: the ciphertext and its 16 bytes of tag. */
  data: string;
}

/** Locks a text with a passphrase that a person keeps: for files that leave the system, where the platform's own keys are of no use. */
export interface PassphraseBox {
  /** `facts` stand beside the box in plain and are authenticated with it. */
  seal(plain: string, passphrase: string, facts: string): Promise<PassphraseBoxed>;
  /** Undefined when the passphrase is wrong or anything was changed, settings and facts included: which of them can't be told apart. */
  open(box: PassphraseBoxed, passphrase: string, facts: string): Promise<string | undefined>;
}
