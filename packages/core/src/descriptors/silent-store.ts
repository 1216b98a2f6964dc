import type { DB } from '@forewarn/db';
import { sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { SILENT_AFTER_DAYS } from './model.ts';

type Reads = Pick<Context, 'db'>;

/** More cards than this are not looked at, the longest enrolled first. */
const CARDS = 2000;

/**
 * Enrolled cards with the time of their newest alert: one step down the alerts' index of cards for each, however many alerts a card has had.
 * Newest by number, which is the order they came in. Three statements, because MySQL 9 reads all of a card's alerts in a subquery.
 */
export async function watchedCards({ db }: Reads, merchantId: number, enrolledBefore: Date) {
  const cards = await db
    .selectFrom('merchantCards')
    .where('merchantId', '=', merchantId)
    .where('status', '=', 'REGISTERED')
    .where('registerTime', '<=', enrolledBefore)
    .orderBy('registerTime')
    .limit(CARDS)
    .select(['id', 'registerTime'])
    .execute();
  const newest = await newestAlerts(
    { db },
    cards.map(({ id }) => id),
  );
  return cards.map((card) => ({ ...card, lastAlertTime: newest.get(card.id) ?? null }));
}

async function newestAlerts({ db }: Reads, cardIds: readonly number[]): Promise<Map<number, Date>> {
  if (cardIds.length === 0) return new Map();
  const last = await db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (fk_alerts_card)`))
    .where('a.cardId', 'in', [...cardIds])
    .groupBy('a.cardId')
    .select((eb) => ['a.cardId', eb.fn.max<number>('a.id').as('id')])
    .execute();
  if (last.length === 0) return new Map();
  const times = await db
    .selectFrom('chargebackAlerts')
    .select(['id', 'alertTime'])
    .where(
      'id',
      'in',
      last.map(({ id }) => Number(id)),
    )
    .execute();
  const timeOf = new Map(times.map(({ id, alertTime }) => [id, alertTime]));
  return new Map(
    last.flatMap(({ cardId, id }) => {
      const time = timeOf.get(Number(id));
      return cardId === null || !time ? [] : [[cardId, time] as const];
    }),
  );
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
