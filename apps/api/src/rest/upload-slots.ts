import { AppError } from '@forewarn/core/kernel/errors';

/** Runs the work, or refuses it at once when too much is under way. */
export type UploadSlots = <T>(who: string, work: () => Promise<T>) => Promise<T>;

/**
 * How many files a process takes in at a time, because each is in memory whole: of one account and of all.
 * Errors: `TOO_MANY_REQUESTS`, `UNAVAILABLE`.
 */
export function createUploadSlots({ each = 3, all = 24 } = {}): UploadSlots {
  const held = new Map<string, number>();
  let total = 0;
  const move = (who: string, by: 1 | -1) => {
    const mine = (held.get(who) ?? 0) + by;
    if (mine === 0) held.delete(who);
    else held.set(who, mine);
    total += by;
  };
  return async (who, work) => {
    if ((held.get(who) ?? 0) >= each) throw new AppError('TOO_MANY_REQUESTS');
    if (total >= all) throw new AppError('UNAVAILABLE');
    move(who, 1);
    try {
      return await work();
    } finally {
      move(who, -1);
    }
  };
}
