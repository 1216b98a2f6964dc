import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import {
  buildAlert,
  buildMerchant,
  buildStaff,
  type TestCore,
  testCaller,
  testCore,
  unique,
} from '../testing/index.ts';
import { detailsPlace } from './content.ts';
import { processAlert, relatedAlerts } from './index.ts';
import { RELATIONS } from './model.ts';
import { relatedCountQuery, relatedQuery, twinQueries } from './relatives-store.ts';

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
});
afterAll(() => database.drop());

type Columns = Partial<Record<'arn' | 'transactionId' | 'cardLast4' | 'outcome' | 'reasonCode', string>>;

async function setUp() {
  const merchant = await buildMerchant(core.db);
  const caller = testCaller(merchant.actor);
  /** An alert of the card 411111 … `last4`, with what `details` seal. */
  async function add(columns: Columns & { program?: 'RDR'; holdReason?: string } = {}, details: object = {}) {
    const { program, holdReason, ...rest } = columns;
    const built = await buildAlert(core.db, {
      merchantId: merchant.id,
      cardBin: '411111',
      ...(program && { program }),
      ...(holdReason && { holdReason }),
    });
    const sealed = core.ports.cipher.seal(JSON.stringify({ authCode: null, ...details }), detailsPlace(built.alertId));
    const settled = program && { processStatus: 'PROCESSED' as const, processAction: 'REFUNDED_BY_NETWORK' };
    await core.db
      .updateTable('chargebackAlerts')
      .set({ detailsEnc: sealed, ...settled, ...rest })
      .where('id', '=', built.id)
      .execute();
    return built;
  }
  const related = (id: number, by = caller) => execute(core, by, relatedAlerts, { id });
  const refund = (id: number, more: object = {}) =>
    execute(core, caller, processAlert, { id, action: 'REFUND', reason: 'refunded', refundAmount: 19.9, ...more });
  return { merchant, caller, add, related, refund };
}

describe('A-151 other alerts of the card, the transaction and the descriptor', () => {
  it('counts them with their outcomes and names the last five', async () => {
    const { add, related } = await setUp();
    const { id } = await add({ cardLast4: '1234', transactionId: 'T-1' });
    for (let n = 0; n < 6; n++)
      await add({ cardLast4: '1234', transactionId: `T-${n + 2}`, outcome: n === 0 ? 'CHARGEBACK' : 'PREVENTED' });
    await add({ cardLast4: '9999' });
    const { groups } = await related(id);
    expect(groups.map(({ relation, count }) => [relation, count])).toEqual([
      ['CARD', 6],
      ['TRANSACTION', 0],
      ['DESCRIPTOR', 7],
    ]);
    expect(groups[0]).toMatchObject({ chargebacks: 1, prevented: 5 });
    expect(groups[0]?.records).toHaveLength(5);
    expect(groups[0]?.records.map(({ id: other }) => other)).not.toContain(id);
  });

  it('never another merchant’s, nor one that is held from the merchant; staff see those of the alert’s merchant', async () => {
    const { add, related } = await setUp();
    const stranger = await setUp();
    const { id } = await add({ cardLast4: '4242', transactionId: 'SAME' });
    await stranger.add({ cardLast4: '4242', transactionId: 'SAME', program: 'RDR' });
    await add({ cardLast4: '4242', holdReason: 'MERCHANT_SUSPENDED' });
    const own = await related(id);
    expect(own.groups.map(({ count }) => count)).toEqual([0, 0, 0]);
    expect([own.duplicates, own.refunds]).toEqual([[], []]);
    await expect(stranger.related(id)).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' });
    const staff = await related(id, testCaller((await buildStaff(core.db)).actor));
    expect(staff.groups.map(({ count }) => count)).toEqual([1, 0, 1]);
  });

  it('an alert without a merchant has none', async () => {
    const { id } = await buildAlert(core.db, { merchantId: null, matchStatus: 'UNMATCHED' });
    const staff = testCaller((await buildStaff(core.db)).actor);
    expect(await execute(core, staff, relatedAlerts, { id })).toMatchObject({ groups: [], suggestion: null });
  });
});

describe('duplicates across programs', () => {
  it('are linked in both directions and suggest the answer “duplicate”', async () => {
    const { add, related } = await setUp();
    const ethoca = await add({ cardLast4: '1234' }, { authCode: '777777' });
    const rdr = await add({ cardLast4: '1234', program: 'RDR' }, { authCode: '777777' });
    const seen = await related(ethoca.id);
    expect(seen.duplicates).toMatchObject([{ id: rdr.id, by: 'CARD', sameAuthCode: true, program: 'RDR' }]);
    expect(seen.refunds).toMatchObject([{ id: rdr.id, source: 'NETWORK', amount: 19.9, currency: 'USD' }]);
    expect(seen).toMatchObject({ refundLeft: 0, suggestion: { action: 'INVALID_DUPLICATE' } });
    const back = await related(rdr.id);
    expect(back.duplicates).toMatchObject([{ id: ethoca.id, by: 'CARD' }]);
    expect(back.suggestion).toBeNull();
  });

  it('a different authorisation code is another transaction', async () => {
    const { add, related } = await setUp();
    const { id } = await add({ cardLast4: '1234' }, { authCode: '777777' });
    await add({ cardLast4: '1234', program: 'RDR' }, { authCode: '888888' });
    expect((await related(id)).duplicates).toEqual([]);
  });
});

describe('nobody refunds a transaction twice unawares', () => {
  it('stops with the earlier refund, and goes on when told to', async () => {
    const { add, refund } = await setUp();
    const { id } = await add({ arn: '74000000000000000000001' });
    const rdr = await add({ arn: '74000000000000000000001', program: 'RDR' });
    const refused = refund(id);
    await expect(refused).rejects.toMatchObject({
      code: 'ALERT_REFUNDED_BEFORE',
      details: {
        left: 0,
        currency: 'USD',
        refunds: [{ id: rdr.id, alertId: rdr.alertId, source: 'NETWORK', amount: 19.9 }],
      },
    });
    await expect(refund(id, { action: 'MARK_FRAUD' })).rejects.toMatchObject({ code: 'ALERT_REFUNDED_BEFORE' });
    expect(await refund(id, { despiteRefund: true })).toMatchObject({ processAction: 'REFUND' });
  });

  it('an answer that refunds nothing isn’t stopped', async () => {
    const { add, refund } = await setUp();
    const { id } = await add({ transactionId: 'T-77' });
    await add({ transactionId: 'T-77', program: 'RDR' });
    const duplicate = { action: 'INVALID_DUPLICATE', refundAmount: null };
    expect(await refund(id, duplicate)).toMatchObject({ processAction: 'INVALID_DUPLICATE' });
  });

  it('a partial refund leaves the rest to give, and no more', async () => {
    const { add, refund, related } = await setUp();
    const first = await add({ transactionId: 'T-78' });
    const second = await add({ transactionId: 'T-78' });
    await refund(first.id, { refundAmount: 12 });
    expect(await related(second.id)).toMatchObject({ refundLeft: 7.9, refunds: [{ source: 'ANSWER', amount: 12 }] });
    await expect(refund(second.id, { refundAmount: 7.91 })).rejects.toMatchObject({
      code: 'ALERT_REFUNDED_BEFORE',
      details: { left: 7.9 },
    });
    expect(await refund(second.id, { refundAmount: 7.9 })).toMatchObject({ processAction: 'REFUND' });
  });

  it('two alerts of one transaction refunded at the same moment: exactly one passes, every time', async () => {
    const { add, refund } = await setUp();
    for (let round = 0; round < 8; round++) {
      const transactionId = `T-${unique()}`;
      const [a, b] = [await add({ transactionId }), await add({ transactionId })];
      const outcomes = await Promise.allSettled([refund(a.id), refund(b.id)]);
      const codes = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'done' : outcome.reason.code));
      expect(codes.sort()).toEqual(['ALERT_REFUNDED_BEFORE', 'done']);
    }
  });
});

/** MySQL takes "all but this one" at the index's end for a range. */
const BY_KEY: unknown = expect.stringMatching(/^(ref|range)$/);

describe('A-266 relatives are read by an index, and few rows for them', () => {
  const keys = { cardBin: '411111', cardLast4: '0007', transactionId: 'TX-7', descriptor: 'BUSY SHOP', arn: 'ARN-7' };
  let of: { id: number; merchantId: number; held: boolean };
  beforeAll(async () => {
    const merchant = await buildMerchant(core.db);
    of = { id: -1, merchantId: merchant.id, held: false };
    await sql`
      INSERT INTO chargeback_alerts (alert_id, merchant_id, program, descriptor, card_bin, card_last4, arn, amount, currency, transaction_id,
        alert_time, deadline, risk_level, match_status, match_tier, delivery_id, content_sha256, created_time, updated_time)
      WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
        digits AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b ON b.n < 200 WHERE a.n < 40)
      SELECT CONCAT('REL-', n), ${merchant.id}, 'ETHOCA', IF(n % 2 = 0, 'BUSY SHOP', 'OTHER'), '411111', LPAD(n % 4000, 4, '0'),
        CONCAT('ARN-', n), 10, 'USD', CONCAT('TX-', n), '2026-01-01' + INTERVAL n MINUTE, '2026-01-02', 'LOW', 'MATCHED', 'EXACT', n,
        UNHEX(REPEAT('0', 64)), '2026-01-01', '2026-01-01' FROM digits`.execute(core.db);
    await sql`ANALYZE TABLE chargeback_alerts`.execute(core.db);
  }, 60_000);

  it.each(RELATIONS)('%s', async (relation) => {
    const rows = relatedQuery(core.db, of, relation, keys, 5);
    for (const query of [rows, relatedCountQuery(core.db, of, relation, keys)])
      for (const { table, type, key, Extra: extra } of await explain(core.db, query)) {
        if (table?.startsWith('<derived')) continue;
        expect([type, key], extra).toEqual([BY_KEY, expect.stringMatching(/^idx_/)]);
        expect(extra).not.toMatch(/filesort|temporary/);
      }
    expect(await rowsRead(core.db, (db) => relatedQuery(db, of, relation, keys, 5).execute())).toBeLessThan(20);
    const counting = await rowsRead(core.db, (db) => relatedCountQuery(db, of, relation, keys).execute());
    expect(counting).toBeLessThan(1200);
  });

  it('candidates for the same transaction', async () => {
    const twin = { ...keys, amount: '10.0000', currency: 'USD' };
    const queries = twinQueries(core.db, of, twin);
    expect(queries).toHaveLength(3);
    for (const query of queries)
      for (const { type, key } of await explain(core.db, query))
        expect([type, key]).toEqual([BY_KEY, expect.stringMatching(/^idx_/)]);
    const read = await rowsRead(core.db, async (db) => {
      for (const query of twinQueries(db, of, twin)) await query.execute();
    });
    expect(read).toBeLessThan(30);
  });
});
