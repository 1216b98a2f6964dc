import type { Executor } from '../kernel/context.ts';

/** The merchant's card the alert goes with: the one named, else the merchant's candidate the match found. */
export async function assignedCard(
  db: Executor,
  alert: { id: number },
  merchantId: number,
  cardId: number | undefined,
) {
  if (cardId !== undefined) {
    return db
      .selectFrom('merchantCards')
      .select(['id', 'notifyEmail'])
      .where('id', '=', cardId)
      .where('merchantId', '=', merchantId)
      .executeTakeFirst();
  }
  return db
    .selectFrom('alertCandidates as x')
    .innerJoin('merchantCards as c', 'c.id', 'x.cardId')
    .where('x.alertRef', '=', alert.id)
    .where('x.merchantId', '=', merchantId)
    .orderBy('x.position')
    .limit(1)
    .select(['c.id', 'c.notifyEmail'])
    .executeTakeFirst();
}
