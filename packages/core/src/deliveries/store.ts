import type { Executor } from '../kernel/context.ts';
import { DELIVERY_FLAG, type DELIVERY_STATES, DELIVERY_STATUS, type DeliveryKind, REPLAY_MOST } from './model.ts';

type State = (typeof DELIVERY_STATES)[number];

const COLUMNS = [
  'id',
  'kind',
  'status',
  'receivedTime',
  'signedTime',
  'flags',
  'sourceIp',
  'repeats',
  'attempts',
  'keyId',
  'lastError',
] as const;

/** Newest first; a state is served by k_due, everything by the primary key. */
export async function listDeliveryRows(db: Executor, state: State | undefined, page: { page: number; size: number }) {
  let rows = db.selectFrom('providerDeliveries');
  if (state) rows = rows.where('status', '=', DELIVERY_STATUS[state]);
  const [counted, records] = await Promise.all([
    db
      .selectFrom(rows.select('id').limit(10_000).as('found'))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    rows
      .select(COLUMNS)
      .orderBy('id', 'desc')
      .limit(page.size)
      .offset((page.page - 1) * page.size)
      .execute(),
  ]);
  return { total: Number(counted.total), records };
}

export async function deliveryById(db: Executor, id: number) {
  return db
    .selectFrom('providerDeliveries')
    .select([...COLUMNS, 'bodyEnc', 'bodySha256'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The number of an alert by the provider's id. */
export async function alertNumber(db: Executor, alertId: string): Promise<number | undefined> {
  const row = await db.selectFrom('chargebackAlerts').select('id').where('alertId', '=', alertId).executeTakeFirst();
  return row?.id;
}

/** How many of those set aside are looked through. */
const ALIKE_LOOKED = 2000;

/** Others set aside with the same words, newest first, without those whose clock was off; k_due serves it. */
export async function alikeDeliveries(
  db: Executor,
  like: { id: number; kind: DeliveryKind; lastError: string | null },
): Promise<number[]> {
  if (like.lastError === null) return [];
  const rows = await db
    .selectFrom('providerDeliveries')
    .where('status', '=', DELIVERY_STATUS.QUARANTINED)
    .select(['id', 'kind', 'flags', 'lastError'])
    .orderBy('id', 'desc')
    .limit(ALIKE_LOOKED)
    .execute();
  return rows
    .filter(({ id, kind, flags, lastError }) => {
      const same = kind === like.kind && lastError === like.lastError && (flags & DELIVERY_FLAG.STALE) === 0;
      return same && id !== like.id;
    })
    .slice(0, REPLAY_MOST)
    .map(({ id }) => id);
}

/** Due again, from the start, whatever its clock said. Done ones stay done: true when it was made due. */
export async function makeDue(db: Executor, id: number, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('providerDeliveries')
    .set((eb) => ({
      status: DELIVERY_STATUS.DUE,
      attempts: 0,
      nextTime: now,
      lastError: null,
      doneTime: null,
      flags: eb('flags', '|', DELIVERY_FLAG.REPLAYED),
    }))
    .where('id', '=', id)
    .where('status', '=', DELIVERY_STATUS.QUARANTINED)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}
