import type { Db } from '@forewarn/db';
import { after, DAY } from '../kernel/time.ts';

/** At most this many rows a statement, so that no lock is held for long (`reliability.md` 2.4). */
const BATCH = 1000;
const DEVICES_KEPT = 180 * DAY;
const LINKS_KEPT = 30 * DAY;

/**
 * Removes what nobody can use any more: refresh tokens a day after they expired, sessions without tokens 30 days after,
 * guards a day after their last failure when they lock nobody, devices not seen for 180 days, links 30 days after they expired (until then they
 * say that they have). One batch of each; answers how many rows went.
 */
export async function purgeSignIns(db: Db, now: Date): Promise<number> {
  const tokens = await db
    .deleteFrom('refreshTokens')
    .where('expiresTime', '<', after(now, -DAY))
    .limit(BATCH)
    .executeTakeFirst();
  const stale = await db
    .selectFrom('sessions as s')
    .leftJoin('refreshTokens as t', 't.sessionId', 's.id')
    .where('s.expiresTime', '<', after(now, -30 * DAY))
    .where('t.sessionId', 'is', null)
    .select('s.id')
    .limit(BATCH)
    .execute();
  const ids = stale.map((row) => row.id);
  const sessions =
    ids.length > 0 ? await db.deleteFrom('sessions').where('id', 'in', ids).executeTakeFirst() : undefined;
  const guards = await db
    .deleteFrom('loginGuards')
    .where('updatedTime', '<', after(now, -DAY))
    .where((eb) => eb.or([eb('lockedUntil', 'is', null), eb('lockedUntil', '<', now)]))
    .limit(BATCH)
    .executeTakeFirst();
  const devices = await db
    .deleteFrom('knownDevices')
    .where('lastSeenTime', '<', after(now, -DEVICES_KEPT))
    .limit(BATCH)
    .executeTakeFirst();
  const links = await db
    .deleteFrom('actionLinks')
    .where('expiresTime', '<', after(now, -LINKS_KEPT))
    .limit(BATCH)
    .executeTakeFirst();
  const gone = [tokens, devices, links].reduce((sum, result) => sum + Number(result.numDeletedRows), 0);
  return gone + Number(sessions?.numDeletedRows ?? 0) + Number(guards.numDeletedRows);
}
