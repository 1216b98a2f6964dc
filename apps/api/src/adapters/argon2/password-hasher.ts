import { AppError } from '@forewarn/core/kernel/errors';
import type { PasswordHasher } from '@forewarn/core/ports/password-hasher';
import { hash, type Options, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. `algorithm` 2 is argon2id. */
const SETTINGS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const WAITING_AT_MOST = 100;

/**
 * argon2id, two hashes at a time: the rest wait their turn, and beyond a hundred waiting sign-in answers `UNAVAILABLE`
 * instead of exhausting the machine.
 */
export function createPasswordHasher(): PasswordHasher {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function limited<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING_AT_MOST) throw new AppError('UNAVAILABLE');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  }

  let decoy: Promise<string> | undefined;
  return {
    hash: (password) => limited(() => hash(password, SETTINGS)),
    verify: (stored, password) => limited(() => verify(stored, password)),
    async verifyNothing(password) {
      decoy ??= hash(crypto.randomUUID(), SETTINGS);
      const stored = await decoy;
      await limited(() => verify(stored, password));
      return false;
    },
  };
}
