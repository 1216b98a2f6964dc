import { bodyPlace, insertDeliveries, type NewDelivery, sha256 } from '@forewarn/core/deliveries';
import { systemActor } from '@forewarn/core/kernel/actor';
import type { Core } from '@forewarn/core/kernel/context';
import { execute } from '@forewarn/core/kernel/execute';
import { updateCredential } from '@forewarn/core/platform';
import { buildCard, buildMerchant } from '@forewarn/core/testing';
import type { DB, RawPool } from '@forewarn/db';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { BENCH_SECRET } from './requests.ts';
import { unindexed } from './unindexed.ts';

const CALLER = { actor: systemActor('bench'), requestId: 'bench', ip: '', userAgent: '', locale: 'en' } as const;

/** 500 merchants with the descriptors the requests name, and the secret that signs them. */
export async function fillMerchants(core: Core): Promise<void> {
  await execute(core, CALLER, updateCredential, { kind: 'WEBHOOK_SECRET', value: BENCH_SECRET });
  for (let index = 0; index < 500; index++) {
    const { id } = await buildMerchant(core.db);
    await buildCard(core.db, {
      merchantId: id,
      descriptor: `BENCH SHOP ${index}`,
      cardBin: '411111',
      caid: `CAID${index % 7}`,
    });
  }
}

/** Received and committed, not read yet: what a worker finds after an outage. */
export async function fillDeliveries(core: Core, pool: RawPool, count: number, label: string): Promise<void> {
  const rows: NewDelivery[] = Array.from({ length: count }, (_, index) => {
    const now = core.now();
    const alertId = `${label}-${index}`;
    const body = Buffer.from(
      JSON.stringify({
        alertId,
        descriptor: `BENCH SHOP ${index % 500}`,
        cardBin: '411111',
        caid: `CAID${index % 7}`,
        amount: 19.9,
        currency: 'USD',
        transactionId: `TX-${alertId}`,
        alertTime: now.toISOString(),
        riskLevel: 'MEDIUM',
        additionalInfo: { cardType: 'CREDIT', cardholderName: 'Zhang San', issuer: 'Bench Bank' },
      }),
    );
    const bodySha256 = sha256(body);
    return {
      provider: 'default',
      kind: 'alert',
      dedupKey: Buffer.from(alertId),
      bodySha256,
      bodyEnc: core.ports.cipher.seal(body, bodyPlace(bodySha256)),
      keyId: 'bench',
      signedTime: now,
      receivedTime: now,
      flags: 0,
      sourceIp: '',
      requestId: '',
      status: 0,
      nextTime: now,
      lastError: null,
    };
  });
  for (let start = 0; start < rows.length; start += 500) await insertDeliveries(pool, rows.slice(start, start + 500));
}

const SEED = 1000;
const COPIED = sql.raw(
  'program, card_bin, card_brand, amount, currency, risk_level, match_status, match_tier, process_status, feedback_status, content_sha256',
);

/** One merchant with `own` alerts, and `others` of the bench's other merchants: a thousand written out, the rest copied by the database. */
export async function fillAlerts(core: Core, merchantId: number, own: number, others: number): Promise<void> {
  await unindexed(core.db, 'chargeback_alerts', async (db) => {
    await db.insertInto('chargebackAlerts').values(seedRows(core, merchantId)).execute();
    const to = (merchant: RawBuilder<unknown>, name: string, move: number, count: number) =>
      copy(db, merchantId, { merchant, name, move, count });
    for (let have = SEED; have < own; have *= 2) await to(sql`${merchantId}`, 'LIST', have, Math.min(have, own - have));
    await grow(db, merchantId, own);
    const merchants = sql`(SELECT MIN(id) FROM merchants) + delivery_id % 500`;
    for (let have = 0, round = 1; have < others; have += own, round++)
      await to(merchants, `OTHER${round}`, 0, Math.min(own, others - have));
  });
  await sql`ANALYZE TABLE chargeback_alerts`.execute(core.db);
}

/** A merchant's years: what is older than some days waits no longer, and a shop and a currency of the first tenth are gone. */
async function grow(db: Kysely<DB>, merchantId: number, own: number): Promise<void> {
  const alerts = db.updateTable('chargebackAlerts').where('merchantId', '=', merchantId);
  const old = alerts.where('processStatus', '=', 'PENDING').where('deliveryId', '>', 5000);
  await old.where(sql<boolean>`delivery_id % 40 = 7`).set({ feedbackStatus: 'EXPIRED' }).execute();
  await old
    .where('feedbackStatus', '=', 'NONE')
    .set({ processStatus: 'PROCESSED', feedbackStatus: 'ACCEPTED' })
    .execute();
  await alerts
    .where('deliveryId', '>', own * 0.9)
    .where(sql<boolean>`delivery_id % 2 = 1`)
    .set({ descriptor: 'LIST*CLOSED', currency: 'EUR' })
    .execute();
}

/** The merchant's first `count` alerts once more, `move` minutes earlier each. It has all that are there, or the first of them. */
async function copy(
  db: Kysely<DB>,
  from: number,
  to: { merchant: RawBuilder<unknown>; name: string; move: number; count: number },
): Promise<void> {
  const moved = (column: string) => sql`${sql.ref(column)} - INTERVAL ${to.move} MINUTE`;
  await sql`INSERT INTO chargeback_alerts (alert_id, merchant_id, descriptor, transaction_id, order_id, alert_time, deadline, created_time, updated_time, delivery_id, ${COPIED})
    SELECT CONCAT(${`${to.name}-${from}-`}, delivery_id + ${to.move}), ${to.merchant}, CONCAT('LIST*SHOP ', CRC32(delivery_id + ${to.move}) % 20), CONCAT('TX', (delivery_id + ${to.move}) * 104729 % 10000019),
      CONCAT('ORDER-', (delivery_id + ${to.move}) * 7919 % 10000019), ${moved('alert_time')}, ${moved('deadline')}, ${moved('created_time')},
      ${moved('updated_time')}, delivery_id + ${to.move}, ${COPIED}
    FROM chargeback_alerts WHERE merchant_id = ${from} AND delivery_id <= ${to.count} ORDER BY id LIMIT ${sql.lit(to.count)}`.execute(
    db,
  );
}

/** What belongs together in life does so here: RDR is Visa's and done, the newest wait, the large are risky. */
function seedRows(core: Core, merchantId: number) {
  const start = core.now().getTime();
  return Array.from({ length: SEED }, (_, index) => {
    const at = new Date(start - index * 60_000);
    const amount = ((index * 7919) % 100_000) / 100;
    const rdr = index % 7 === 0;
    const pending = !rdr && index < 20;
    return {
      alertId: `LIST-${merchantId}-${index + 1}`,
      merchantId,
      program: rdr ? ('RDR' as const) : ('ETHOCA' as const),
      descriptor: `LIST*SHOP ${index % 20}`,
      cardBin: '411111',
      cardBrand:
        rdr || index % 3 === 0 ? ('VISA' as const) : index % 50 === 1 ? ('AMEX' as const) : ('MASTERCARD' as const),
      amount: String(amount),
      currency: index % 200 === 3 ? 'ISK' : index % 9 === 0 ? 'JPY' : 'USD',
      transactionId: `TX${index}`,
      orderId: `ORDER-${index}`,
      alertTime: at,
      deadline: new Date(at.getTime() + 86_400_000),
      riskLevel: amount > 700 ? ('HIGH' as const) : amount > 300 ? ('MEDIUM' as const) : ('LOW' as const),
      matchStatus: 'MATCHED' as const,
      matchTier: 'EXACT' as const,
      processStatus: pending
        ? ('PENDING' as const)
        : !rdr && index % 9 === 0
          ? ('IGNORED' as const)
          : ('PROCESSED' as const),
      feedbackStatus:
        pending || rdr ? ('NONE' as const) : index % 100 === 5 ? ('REJECTED' as const) : ('ACCEPTED' as const),
      deliveryId: index + 1,
      contentSha256: Buffer.alloc(32),
      createdTime: at,
      updatedTime: at,
    };
  });
}
