import type { Executor } from '../kernel/context.ts';

export async function merchantContact(db: Executor, id: number) {
  return db.selectFrom('merchants').select(['contactPerson', 'email', 'phone']).where('id', '=', id).executeTakeFirst();
}

export async function cardDetails(db: Executor, id: number) {
  return db.selectFrom('merchantCards').select(['cardBin', 'notifyEmail']).where('id', '=', id).executeTakeFirst();
}

export async function alertCard(db: Executor, id: number) {
  return db
    .selectFrom('chargebackAlerts')
    .select(['alertId', 'cardBin', 'detailsEnc'])
    .where('id', '=', id)
    .executeTakeFirst();
}
