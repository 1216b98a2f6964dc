import type { Executor } from '../kernel/context.ts';

const NONE = { merchantOrderId: null, arn: null, caid: null, reasonCode: null };

/** What lists don't carry, of alerts that were read in their reader's scope; by number. */
export async function exportFacts(db: Executor, ids: readonly number[]) {
  const [alerts, answers] = ids.length === 0 ? [[], []] : await Promise.all([alertFacts(db, ids), answersOf(db, ids)]);
  const byId = new Map(alerts.map(({ id, ...alert }) => [id, alert]));
  // In the order of their numbers, so that the last one stays.
  const byAlert = new Map(answers.map(({ alertRef, ...answer }) => [alertRef, answer]));
  return (id: number) => ({ alert: byId.get(id) ?? NONE, answer: byAlert.get(id) });
}

function alertFacts(db: Executor, ids: readonly number[]) {
  return db
    .selectFrom('chargebackAlerts')
    .select(['id', 'merchantOrderId', 'arn', 'caid', 'reasonCode'])
    .where('id', 'in', [...ids])
    .execute();
}

function answersOf(db: Executor, ids: readonly number[]) {
  return db
    .selectFrom('alertFeedbacks')
    .select(['alertRef', 'idempotencyKey', 'refundAmount', 'contentEnc'])
    .where('alertRef', 'in', [...ids])
    .orderBy('alertRef')
    .orderBy('number')
    .execute();
}
