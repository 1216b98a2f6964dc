import type { Executor } from '../kernel/context.ts';
import { after, DAY, HOUR } from '../kernel/time.ts';

/** The ladder's last step and the minutes its mail may wait. */
const SOON = 2.25 * HOUR;

/**
 * Alerts that wait for their merchant's answer: how many are due soon, which first, and how many have passed their deadline today, some of
 * them without ever having been with a merchant.
 */
export async function dueFigures(db: Executor, now: Date, listed: number) {
  const waiting = db.selectFrom('chargebackAlerts as a').where('a.needsAnswer', '=', 1);
  const soon = waiting.where('a.deadline', '>', now).where('a.deadline', '<=', after(now, SOON));
  const [due, expired, first] = await Promise.all([
    soon.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
    db
      .selectFrom('chargebackAlerts as a')
      .where('a.processStatus', '=', 'PENDING')
      .where('a.deadline', '<=', now)
      .where('a.deadline', '>', after(now, -DAY))
      .where((eb) => eb.or([eb('a.needsAnswer', '=', 1), eb('a.feedbackStatus', '=', 'EXPIRED')]))
      .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.sum<string>('a.needsAdmin').as('unplaced')])
      .executeTakeFirstOrThrow(),
    soon
      .leftJoin('merchants as m', 'm.id', 'a.merchantId')
      .select(['a.alertId', 'a.deadline', 'm.companyName'])
      .orderBy('a.deadline')
      .orderBy('a.id')
      .limit(listed)
      .execute(),
  ]);
  return { due: Number(due.n), expired: Number(expired.n), unplaced: Number(expired.unplaced ?? 0), first };
}
