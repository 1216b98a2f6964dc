import type { Executor } from '../kernel/context.ts';
export async function alertById(db: Executor, id: number) {
  return db.selectFrom('chargebackAlerts').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function eventsOf(db: Executor, alertRef: number) {
  return db
    .selectFrom('alertEvents')
    .selectAll()
    .where('alertRef', '=', alertRef)
    .orderBy('atTime')
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function candidatesOf(db: Executor, alertRef: number) {
  return db
    .selectFrom('alertCandidates as x')
    .innerJoin('merchantCards as c', 'c.id', 'x.cardId')
    .innerJoin('merchants as m', 'm.id', 'x.merchantId')
    .where('x.alertRef', '=', alertRef)
    .orderBy('x.position')
    .select([
      'x.cardId',
      'x.merchantId',
      'x.tier',
      'm.companyName',
      'm.status as merchantStatus',
      'c.descriptor',
      'c.cardBin',
      'c.caid',
      'c.createdTime',
    ])
    .execute();
}

export async function cardOf(db: Executor, cardId: number) {
  return db
    .selectFrom('merchantCards')
    .select(['id', 'descriptor', 'cardBin', 'caid'])
    .where('id', '=', cardId)
    .executeTakeFirst();
}

/** Content the network has replaced, oldest first; of many the last 20. */
export async function revisionsOf(db: Executor, alertRef: number) {
  const rows = await db
    .selectFrom('alertRevisions')
    .select(['id', 'deliveryId', 'previousEnc', 'receivedTime'])
    .where('alertRef', '=', alertRef)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.reverse();
}

export async function revisionCount(db: Executor, alertRef: number): Promise<number> {
  const row = await db
    .selectFrom('alertRevisions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('alertRef', '=', alertRef)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Notes who has looked, once a person: whoever opens it in two windows at the same moment may be noted twice, which does no harm. */
export async function insertViewed(db: Executor, alertRef: number, actor: string, at: Date): Promise<void> {
  const seen = await db
    .selectFrom('alertEvents')
    .select('id')
    .where('alertRef', '=', alertRef)
    .where('kind', '=', 'VIEWED')
    .where('actor', '=', actor)
    .limit(1)
    .executeTakeFirst();
  if (!seen)
    await db.insertInto('alertEvents').values({ alertRef, kind: 'VIEWED', actor, atTime: at, data: '{}' }).execute();
}
