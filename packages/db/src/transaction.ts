import type { Db, Tx } from './client.ts';
import { isRetryable } from './errors.ts';

const MAX_TRIES = 5;

/**
 * Runs `work` in one READ COMMITTED transaction and runs the *whole* of it again after a deadlock (1213), a lock wait timeout (1205),
 * a snapshot conflict (1020) or a Galera node that isn't ready (1047): at most five times, with jitter.
 * A transaction object that has failed is never used again. `work` must have no effects outside the database.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(work);
    } catch (error) {
      if (attempt >= MAX_TRIES || !isRetryable(error)) throw error;
      const pause = Math.random() * 20 * 2 ** attempt;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
