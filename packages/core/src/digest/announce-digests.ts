import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { markAnnounced, waitingMerchants, zonesInUse } from './store.ts';
import { weekDue } from './week.ts';

/**
 * Announces the digests that are due, at most `limit` of them: called each minute, so that ten thousand merchants of one zone make no storm
 * in front of the mails about alerts. A merchant and week is announced once, whichever worker does it. Answers how many.
 */
export async function announceDigests(core: Core, limit: number): Promise<number> {
  let left = limit;
  for (const timeZone of await zonesInUse(core.db)) {
    const week = weekDue(core.now(), timeZone)?.key;
    if (week === undefined || left <= 0) continue;
    left -= await commit(core, async (tx, emit) => {
      const ids = (await waitingMerchants(tx, timeZone, week, left).execute()).map(({ id }) => id);
      if (ids.length === 0) return 0;
      await markAnnounced(tx, ids, week);
      for (const merchantId of ids)
        emit({ topic: 'digest.weekly', key: `${merchantId}:${week}`, payload: { merchantId, week } });
      return ids.length;
    });
  }
  return limit - left;
}
