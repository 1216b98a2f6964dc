import type { Executor } from '../kernel/context.ts';

export async function merchantOf(db: Executor, id: number) {
  return db.selectFrom('merchants').select(['id', 'status']).where('id', '=', id).executeTakeFirst();
}

/** Whether the card is this merchant's. */
export async function ownCard(db: Executor, merchantId: number, cardId: number): Promise<boolean> {
  const card = await db
    .selectFrom('merchantCards')
    .select('id')
    .where('id', '=', cardId)
    .where('merchantId', '=', merchantId)
    .executeTakeFirst();
  return card !== undefined;
}
