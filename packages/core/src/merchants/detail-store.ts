import type { DB } from '@forewarn/db';
import type { SelectQueryBuilder } from 'kysely';
import { lockedPeople, openSessionsOf } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { after, DAY, isoOrNull } from '../kernel/time.ts';
import type { MerchantDetail } from './model.ts';

/** Where figures stop. */
export const COUNT_LIMIT = 10_000;

/** People, open sessions and figures of one merchant. */
export async function readDetail(
  ctx: Pick<Context, 'db'>,
  merchantId: number,
  now: Date,
): Promise<Pick<MerchantDetail, 'users' | 'sessions' | 'alerts'>> {
  const rows = await ctx.db
    .selectFrom('merchantUsers')
    .select(['id', 'name', 'email', 'role', 'status', 'totpEnabledTime', 'lastLoginTime'])
    .where('merchantId', '=', merchantId)
    .orderBy('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const [locked, sessions, alerts] = await Promise.all([
    lockedPeople(ctx, 'merchant', ids, now),
    openSessionsOf(ctx, 'merchant', ids, now),
    alertFigures(ctx, merchantId, now),
  ]);
  return {
    users: rows.map(({ totpEnabledTime, lastLoginTime, ...user }) => ({
      ...user,
      totpEnabled: totpEnabledTime !== null,
      locked: locked.has(user.id),
      lastLoginTime: isoOrNull(lastLoginTime),
    })),
    sessions: sessions.length,
    alerts,
  };
}

/** Four figures at the cost of 10,000 index entries each at most, however many alerts there are (decision 0012). */
export async function alertFigures(
  { db }: Pick<Context, 'db'>,
  merchantId: number,
  now: Date,
): Promise<MerchantDetail['alerts']> {
  const alerts = db.selectFrom('chargebackAlerts').where('merchantId', '=', merchantId);
  const latest = alerts
    .select(['id', 'holdReason'])
    .orderBy('alertTime', 'desc')
    .orderBy('id', 'desc')
    .limit(COUNT_LIMIT);
  const waiting = alerts.where('needsAnswer', '=', 1).select('id').limit(COUNT_LIMIT);
  const recent = alerts
    .where('alertTime', '>=', after(now, -30 * DAY))
    .select('id')
    .limit(COUNT_LIMIT);
  const [all, needingAnswer, last30Days] = await Promise.all([
    db
      .selectFrom(latest.as('latest'))
      .select((eb) => [eb.fn.countAll<number>().as('total'), eb.fn.count<number>('holdReason').as('held')])
      .executeTakeFirstOrThrow(),
    countOf(db, waiting),
    countOf(db, recent),
  ]);
  return { total: Number(all.total), held: Number(all.held), needingAnswer, last30Days };
}

async function countOf(
  db: Context['db'],
  rows: SelectQueryBuilder<DB, 'chargebackAlerts', { id: number }>,
): Promise<number> {
  const { n } = await db
    .selectFrom(rows.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
