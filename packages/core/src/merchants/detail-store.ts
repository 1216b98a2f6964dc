import { lockedPeople, openSessionsOf } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { after, DAY, isoOrNull } from '../kernel/time.ts';
import type { MerchantDetail } from './model.ts';

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
  const alerts = ctx.db.selectFrom('chargebackAlerts').where('merchantId', '=', merchantId);
  const [locked, sessions, figures, recent] = await Promise.all([
    lockedPeople(ctx, 'merchant', ids, now),
    openSessionsOf(ctx, 'merchant', ids, now),
    alerts
      .select((eb) => [
        eb.fn.countAll<number>().as('total'),
        eb.fn.sum<number | null>('needsAnswer').as('needingAnswer'),
        eb.fn.sum<number | null>('needsAdmin').as('held'),
      ])
      .executeTakeFirstOrThrow(),
    alerts
      .where('alertTime', '>=', after(now, -30 * DAY))
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    users: rows.map(({ totpEnabledTime, lastLoginTime, ...user }) => ({
      ...user,
      totpEnabled: totpEnabledTime !== null,
      locked: locked.has(user.id),
      lastLoginTime: isoOrNull(lastLoginTime),
    })),
    sessions: sessions.length,
    alerts: {
      total: Number(figures.total),
      needingAnswer: Number(figures.needingAnswer ?? 0),
      held: Number(figures.held ?? 0),
      last30Days: Number(recent.n),
    },
  };
}
