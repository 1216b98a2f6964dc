import { overdueDeliveries } from '@forewarn/core/deliveries';
import { overdueEffects } from '@forewarn/core/effects';
import type { Core } from '@forewarn/core/kernel/context';
import { LANES } from '@forewarn/core/kernel/effects';
import { after, MINUTE } from '@forewarn/core/kernel/time';

/** sysexits.h EX_SOFTWARE: the supervisor starts a fresh worker. */
export const EX_STUCK = 70;

/**
 * True when work has been due for more than a minute and this worker has finished none for a minute: it is stuck and must be replaced.
 * Asks the database, not Redis: a queue client that hangs answers every ping (`reliability.md` 0.2).
 */
export async function isStuck(core: Core, lastFinished: Date): Promise<boolean> {
  const minuteAgo = after(core.now(), -MINUTE);
  if (lastFinished > minuteAgo) return false;
  const [deliveries, ...lanes] = await Promise.all([
    overdueDeliveries(core.db, minuteAgo),
    ...LANES.map((lane) => overdueEffects(core.db, lane, minuteAgo)),
  ]);
  return [deliveries, ...lanes].some(({ count }) => count > 0);
}
