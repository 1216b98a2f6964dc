import type { Context } from '../kernel/context.ts';
import { SILENT_AFTER_DAYS } from './model.ts';

type Reads = Pick<Context, 'db'>;

/** More cards than this are not looked at, the longest enrolled first. */
const CARDS = 2000;

/**
 * Enrolled cards with the time of their newest alert: one step down the alerts' index of cards for each, however many alerts a card has had.
 * Newest by number, which is the order they came in.
 */
export async function watchedCards({ db }: Reads, merchantId: number, enrolledBefore: Date) {
  return db
    .selectFrom('merchantCards as c')
    .where('c.merchantId', '=', merchantId)
    .where('c.status', '=', 'REGISTERED')
    .where('c.registerTime', '<=', enrolledBefore)
    .orderBy('c.registerTime')
    .limit(CARDS)
    .select(['c.id', 'c.registerTime'])
    .select((eb) =>
      eb
        .selectFrom('chargebackAlerts as a')
        .select('a.alertTime')
        .whereRef('a.cardId', '=', 'c.id')
        .orderBy('a.id', 'desc')
        .limit(1)
        .as('lastAlertTime'),
    )
    .execute();
}

export async function lastAlertOf({ db }: Reads, merchantId: number): Promise<Date | null> {
  const row = await db
    .selectFrom('chargebackAlerts')
    .select('alertTime')
    .where('merchantId', '=', merchantId)
    .orderBy('alertTime', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.alertTime ?? null;
}

export async function silentAfterDays({ db }: Reads): Promise<number> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'cards.silentAfterDays')
    .executeTakeFirst();
  const days: unknown = row && JSON.parse(row.value);
  return typeof days === 'number' && days >= 1 ? days : SILENT_AFTER_DAYS;
}
