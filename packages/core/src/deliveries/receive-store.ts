import { hash } from 'node:crypto';
import { bulkInsert, type Db, isDuplicateKey, queryInTime, type RawPool, type SqlValue } from '@forewarn/db';
import type { Stored } from './intake.ts';
import { DELIVERY_FLAG, DELIVERY_STATUS, type DeliveryKind } from './model.ts';

export interface NewDelivery {
  provider: string;
  kind: DeliveryKind;
  dedupKey: Buffer;
  bodySha256: Buffer;
  bodyEnc: Buffer;
  keyId: string;
  signedTime: Date | null;
  receivedTime: Date;
  flags: number;
  sourceIp: string;
  requestId: string;
  status: number;
  nextTime: Date;
  lastError: string | null;
}

const COLUMNS = [
  'provider',
  'kind',
  'dedup_key',
  'body_sha256',
  'body_enc',
  'key_id',
  'signed_time',
  'received_time',
  'flags',
  'source_ip',
  'request_id',
  'status',
  'next_time',
  'last_error',
] as const;

function values(row: NewDelivery): SqlValue[] {
  return [
    row.provider,
    row.kind,
    row.dedupKey,
    row.bodySha256,
    row.bodyEnc,
    row.keyId,
    row.signedTime,
    row.receivedTime,
    row.flags,
    row.sourceIp,
    row.requestId,
    row.status,
    row.nextTime,
    row.lastError,
  ];
}

/**
 * One multi-row INSERT, one commit. A duplicate key fails the whole statement (nothing of it is stored), so the known rows are then looked up,
 * left out, and the rest is tried again: plain INSERT and errno 1062 are the only duplicate test that never lies (`reliability.md` 0.4).
 */
export async function insertDeliveries(pool: RawPool, rows: readonly NewDelivery[]): Promise<Stored[]> {
  const answers = new Map<NewDelivery, Stored>();
  const first = new Map<string, NewDelivery>();
  for (const row of rows) {
    const key = identity(row);
    if (first.has(key)) answers.set(row, { duplicate: true });
    else first.set(key, row);
  }
  let open = [...first.values()];
  while (open.length > 0) {
    try {
      await bulkInsert(pool, 'provider_deliveries', COLUMNS, open.map(values));
      for (const row of open) answers.set(row, { duplicate: false });
      open = [];
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const known = await findKnown(pool, open);
      // The twin may not be visible yet (its transaction is committing): then this row alone decides.
      const before = open.length;
      for (const row of open) if (known.has(identity(row))) answers.set(row, { duplicate: true });
      open = open.filter((row) => !known.has(identity(row)));
      if (open.length === before) await insertOneByOne(pool, open.splice(0), answers);
    }
  }
  return rows.map((row) => answers.get(row) ?? { duplicate: false });
}

async function insertOneByOne(
  pool: RawPool,
  rows: readonly NewDelivery[],
  answers: Map<NewDelivery, Stored>,
): Promise<void> {
  for (const row of rows) {
    try {
      await bulkInsert(pool, 'provider_deliveries', COLUMNS, [values(row)]);
      answers.set(row, { duplicate: false });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      answers.set(row, { duplicate: true });
    }
  }
}

function identity(row: Pick<NewDelivery, 'provider' | 'kind' | 'dedupKey' | 'bodySha256'>): string {
  return `${row.provider}|${row.kind}|${row.dedupKey.toString('base64')}|${row.bodySha256.toString('base64')}`;
}

async function findKnown(pool: RawPool, rows: readonly NewDelivery[]): Promise<Set<string>> {
  const found = await queryInTime(
    pool,
    'SELECT provider, kind, dedup_key AS dedupKey, body_sha256 AS bodySha256 FROM provider_deliveries WHERE (provider, kind, dedup_key, body_sha256) IN (?)',
    [rows.map((row) => [row.provider, row.kind, row.dedupKey, row.bodySha256])],
  );
  return new Set((found as NewDelivery[]).map(identity));
}

/**
 * Counts a repetition and leaves a WARN in the alert's history. Nothing is sent because of it. One thing it can change:
 * what was set aside for its clock is due when the same bytes come signed anew in time. True when that happened.
 */
export async function noteRepeat(
  db: Db,
  row: Pick<
    NewDelivery,
    'provider' | 'kind' | 'dedupKey' | 'bodySha256' | 'receivedTime' | 'signedTime' | 'flags' | 'nextTime'
  >,
): Promise<boolean> {
  const known = db
    .updateTable('providerDeliveries')
    .where('provider', '=', row.provider)
    .where('kind', '=', row.kind)
    .where('dedupKey', '=', row.dedupKey)
    .where('bodySha256', '=', row.bodySha256);
  await known.set((eb) => ({ repeats: eb('repeats', '+', 1) })).execute();
  let released = false;
  if ((row.flags & DELIVERY_FLAG.STALE) === 0) {
    const { numUpdatedRows } = await known
      .set({
        flags: row.flags,
        signedTime: row.signedTime,
        status: DELIVERY_STATUS.DUE,
        attempts: 0,
        nextTime: row.nextTime,
        leaseToken: null,
        lastError: null,
        doneTime: null,
      })
      .where('status', '!=', DELIVERY_STATUS.DONE)
      .where((eb) => eb(eb('flags', '&', DELIVERY_FLAG.STALE), '!=', 0))
      .where((eb) => eb(eb('flags', '&', DELIVERY_FLAG.REPLAYED), '=', 0))
      .executeTakeFirst();
    released = Number(numUpdatedRows) > 0;
  }
  if (row.kind === 'alert') await noteInHistory(db, row);
  return released;
}

async function noteInHistory(db: Db, row: Pick<NewDelivery, 'dedupKey' | 'receivedTime'>): Promise<void> {
  await db
    .insertInto('alertEvents')
    .columns(['alertRef', 'atTime', 'kind', 'level', 'actor', 'data'])
    .expression((eb) =>
      eb
        .selectFrom('chargebackAlerts')
        .where('alertId', '=', row.dedupKey.toString('utf8'))
        .select((select) => [
          'id',
          select.val(row.receivedTime).as('atTime'),
          select.val('DUPLICATE_RECEIVED').as('kind'),
          select.val('WARN' as const).as('level'),
          select.val('system:receiver').as('actor'),
          select.val('{}').as('data'),
        ]),
    )
    .execute();
}

export function sha256(bytes: Buffer | string): Buffer {
  return hash('sha256', bytes, 'buffer');
}
