/** argon2id; at most a few at a time, so that sign-in can't be used to exhaust the machine. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** Costs what `verify` costs and is always false: for accounts that don't exist. */
  verifyNothing(password: string): Promise<false>;
}
