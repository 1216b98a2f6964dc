import type { Db, Tx } from '@forewarn/db';
import { inTransaction } from '@forewarn/db';
import { after } from '../kernel/time.ts';
import { DELIVERY_STATUS } from './model.ts';

const COLUMNS = [
  'id',
  'kind',
  'dedupKey',
  'bodySha256',
  'bodyEnc',
  'receivedTime',
  'flags',
  'attempts',
  'repeats',
  'leaseToken',
] as const;

/** Exported for the EXPLAIN test: KEY k_due serves it without a sort, so only the rows taken are locked. */
export function dueDeliveries(db: Db | Tx, now: Date, limit: number) {
  return db
    .selectFrom('providerDeliveries')
    .select(COLUMNS)
    .where('status', '=', DELIVERY_STATUS.DUE)
    .where('nextTime', '<=', now)
    .orderBy('nextTime')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked();
}

export type ClaimedDelivery = Awaited<ReturnType<typeof claimDeliveries>>[number];

/** Takes up to `limit` due deliveries for `lease` milliseconds; the lease is `next_time` itself. */
export async function claimDeliveries(db: Db, options: { now: Date; limit: number; lease: number; token: string }) {
  const { now, limit, lease, token } = options;
  return inTransaction(db, async (tx) => {
    const rows = await dueDeliveries(tx, now, limit).execute();
    if (rows.length === 0) return [];
    await tx
      .updateTable('providerDeliveries')
      .set((eb) => ({ leaseToken: token, attempts: eb('attempts', '+', 1), nextTime: after(now, lease) }))
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute();
    // A lease that was still written down ran out: whoever held it died or stalled.
    return rows.map(({ leaseToken, ...row }) => ({ ...row, attempts: row.attempts + 1, cutOff: leaseToken !== null }));
  });
}

/** Undoes a claim: due at once, the try not counted, still known as cut off. */
export async function giveBackDeliveries(db: Db, ids: readonly number[], token: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('providerDeliveries')
    .set((eb) => ({ attempts: eb('attempts', '-', 1), nextTime: now }))
    .where('id', 'in', [...ids])
    .where('leaseToken', '=', token)
    .execute();
}

/** Marks deliveries as read. Throws when the lease of any was lost, so that the caller's whole transaction is rolled back. */
export async function finishDeliveries(tx: Tx, ids: readonly number[], token: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  const result = await tx
    .updateTable('providerDeliveries')
    .set({ status: DELIVERY_STATUS.DONE, leaseToken: null, lastError: null, doneTime: now })
    .where('id', 'in', [...ids])
    .where('leaseToken', '=', token)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) !== ids.length)
    throw new Error('the lease of some deliveries was lost to another worker');
}

export async function quarantineDelivery(
  db: Db | Tx,
  id: number,
  token: string,
  error: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('providerDeliveries')
    .set({ status: DELIVERY_STATUS.QUARANTINED, leaseToken: null, lastError: error.slice(0, 1000), doneTime: now })
    .where('id', '=', id)
    .where('leaseToken', '=', token)
    .execute();
}

export async function postponeDelivery(db: Db | Tx, id: number, token: string, error: string, at: Date): Promise<void> {
  await db
    .updateTable('providerDeliveries')
    .set({ leaseToken: null, lastError: error.slice(0, 1000), nextTime: at })
    .where('id', '=', id)
    .where('leaseToken', '=', token)
    .execute();
}

export async function overdueDeliveries(db: Db, since: Date): Promise<{ count: number; oldest: Date | null }> {
  const row = await db
    .selectFrom('providerDeliveries')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('nextTime').as('oldest')])
    .where('status', '=', DELIVERY_STATUS.DUE)
    .where('nextTime', '<', since)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
}
