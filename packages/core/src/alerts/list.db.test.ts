import { createTestDatabase, explain, type PlanRow, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAlerts } from '../alert-exports/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { execute } from '../kernel/execute.ts';
import { buildMerchant, buildStaff, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { adminListAlerts, listAlerts } from './index.ts';
import { writeCursor } from './keyset.ts';
import { AdminAlertListInput, ALERT_SORTS } from './model.ts';
import { alertListQuery } from './store.ts';

let database: TestDatabase;
let core: TestCore;
let merchant: Actor & { kind: 'merchant' };
let admin: Actor & { kind: 'staff' };

beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  const built = [];
  for (let n = 0; n < 20; n++) built.push(await buildMerchant(core.db));
  merchant = (built[0] ?? (await buildMerchant(core.db))).actor;
  admin = (await buildStaff(core.db)).actor;
  const first = merchant.merchantId;
  // The first merchant has a third of all; a tenth still needs an answer; one in fifty has no merchant.
  await sql`
    INSERT INTO chargeback_alerts (alert_id, merchant_id, program, descriptor, card_bin, amount, currency, transaction_id, alert_time, deadline,
      risk_level, match_status, match_tier, process_status, delivery_id, content_sha256, created_time, updated_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 399),
      digits AS (SELECT a.n * 400 + b.n AS n FROM few a JOIN few b ON b.n < 400 WHERE a.n < 60)
    SELECT CONCAT('ALERT-', LPAD(n, 6, '0')), IF(n % 50 = 0, NULL, IF(n % 3 = 0, ${first}, ${first} + 1 + n % 19)), IF(n % 7 = 0, 'RDR', 'ETHOCA'),
      CONCAT('SHOP ', n % 700), '411111', (n * 7919) % 100000 / 100, 'USD', CONCAT('TXN-', (n * 31) % 24000),
      '2026-01-01' + INTERVAL n * 13 MINUTE, '2026-01-02' + INTERVAL n * 13 MINUTE, ELT(1 + n % 3, 'LOW', 'MEDIUM', 'HIGH'),
      IF(n % 50 = 0, 'UNMATCHED', 'MATCHED'), IF(n % 50 = 0, NULL, 'EXACT'), ELT(1 + (n % 10 > 0) + (n % 10 > 7), 'PENDING', 'PROCESSED', 'IGNORED'),
      n, UNHEX(REPEAT('0', 64)), '2026-01-01' + INTERVAL n * 13 MINUTE, '2026-01-01' + INTERVAL n * 13 MINUTE
    FROM digits`.execute(core.db);
  await sql`ANALYZE TABLE chargeback_alerts`.execute(core.db);
}, 120_000);
afterAll(() => database.drop());

/** What `execute()` gives a query of this actor. */
function contextOf(actor: Actor): Context {
  return {
    ...core,
    ...testCaller(actor),
    scope: actor.kind === 'merchant' ? 'own' : 'all',
    emit: () => undefined,
    audit: () => undefined,
    afterCommit: () => undefined,
  };
}
const listQuery = (actor: Actor, input: object) => alertListQuery(contextOf(actor), AdminAlertListInput.parse(input));

/** Every filter of the screens. */
const FILTERS: Record<string, object> = {
  none: {},
  needsAnswer: { needsAnswer: true },
  'status PENDING': { status: 'PENDING' },
  'status PROCESSED': { status: 'PROCESSED' },
  riskLevel: { riskLevel: 'HIGH' },
  program: { program: 'RDR' },
  'from–to': { from: '2026-05-01T00:00:00Z', to: '2026-05-08T00:00:00Z' },
  amount: { minAmount: 100, maxAmount: 120 },
  'PENDING and HIGH': { status: 'PENDING', riskLevel: 'HIGH' },
};
const ADMIN_FILTERS: Record<string, object> = {
  ...FILTERS,
  queue: { queue: true },
  UNMATCHED: { matchStatus: 'UNMATCHED' },
};
const orders = ALERT_SORTS.flatMap((sort) => (['asc', 'desc'] as const).map((order) => ({ sort, order })));
/** Urgency is the order of what needs an answer. */
const cases = (filters: Record<string, object>) =>
  Object.entries(filters).flatMap(([name, filter]) =>
    orders
      .filter(({ sort }) => sort !== 'urgency' || 'needsAnswer' in filter)
      .map(({ sort, order }) => ({ name, sort, order, filter })),
  );

/** An index of ours, and never the whole table read and sorted. */
function expectServed(plan: PlanRow[]): void {
  for (const { table, type, key, Extra: extra } of plan) {
    expect(type, `${table}: ${type} ${key} ${extra}`).not.toBe('ALL');
    expect(key, `${table}: ${type} ${extra}`).toMatch(/^(idx_|uk_|k_|PRIMARY)/);
    if (type === 'index') expect(extra, `${table}: the whole of ${key}`).not.toMatch(/filesort|temporary/);
  }
}

describe('A-266 every list a merchant can ask for is served by an index', () => {
  it.each(cases(FILTERS))('$name by $sort $order', async ({ sort, order, filter }) => {
    expectServed(await explain(core.db, listQuery(merchant, { ...filter, sort, order })));
  });
});

describe('a merchant reads by indexes of its own, however much of the table is its own', () => {
  it.each(Object.entries(FILTERS))('%s', async (_, filter) => {
    for (const { key } of await explain(core.db, listQuery(merchant, filter))) expect(key).toMatch(/^idx_merchant_/);
  });
});

describe('A-266 every list an admin can ask for is served by an index', () => {
  it.each(cases(ADMIN_FILTERS))('$name by $sort $order', async ({ sort, order, filter }) => {
    expectServed(await explain(core.db, listQuery(admin, { ...filter, sort, order })));
  });
});

describe('the lists that open most often read little more than they show', () => {
  it.each([
    ['what needs an answer, soonest first', { needsAnswer: true, sort: 'deadline', order: 'asc' }],
    ['newest first', {}],
    ['newest of a status', { status: 'PENDING' }],
    ['newest of a program', { program: 'RDR' }],
    ['largest first', { sort: 'amount' }],
    ['riskiest first', { sort: 'riskLevel' }],
    ['soonest deadline of all', { sort: 'deadline', order: 'asc' }],
  ])('%s', async (_, input) => {
    for (const actor of [merchant, admin]) {
      const read = await rowsRead(core.db, (db) =>
        alertListQuery({ ...contextOf(actor), db }, AdminAlertListInput.parse(input)).execute(),
      );
      expect(read, actor.kind).toBeLessThan(200);
    }
  });

  it('the page after a cursor costs no more, however far in it is', async () => {
    for (const actor of [merchant, admin])
      for (const sort of ALERT_SORTS.filter((name) => name !== 'urgency')) {
        const deep = AdminAlertListInput.parse({ sort, page: 400, size: 10 });
        const [row] = await alertListQuery(contextOf(actor), deep).execute();
        if (!row) throw new Error('the table has fewer pages');
        const cursor = writeCursor(sort, row);
        const input = AdminAlertListInput.parse({ sort, cursor });
        const [plan] = await explain(core.db, alertListQuery(contextOf(actor), input));
        expect(plan?.Extra, `${actor.kind} by ${sort}`).not.toMatch(/filesort/);
        // For one merchant MariaDB reads that merchant's part of the index from its end, whatever the cursor.
        if (actor.kind === 'merchant') continue;
        const read = await rowsRead(core.db, (db) => alertListQuery({ ...contextOf(actor), db }, input).execute());
        expect(read, `by ${sort}`).toBeLessThan(100);
      }
  });

  it('the queue of an admin', async () => {
    const input = AdminAlertListInput.parse({ queue: true, sort: 'deadline', order: 'asc' });
    expect(await rowsRead(core.db, (db) => alertListQuery({ ...contextOf(admin), db }, input).execute())).toBeLessThan(
      100,
    );
  });
});

describe('A-279 paging', () => {
  it.each(orders)('by $sort $order: cursors show every alert once', async ({ sort, order }) => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await execute(core, testCaller(merchant), listAlerts, {
        sort,
        order,
        size: 100,
        needsAnswer: true,
        cursor,
      });
      seen.push(...page.records.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    const { total } = await execute(core, testCaller(merchant), listAlerts, { needsAnswer: true });
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });

  it('the total stops at 10,000', async () => {
    expect((await execute(core, testCaller(admin), adminListAlerts, {})).total).toBe(10_000);
  });

  it('a keyword finds the beginning of an alert id, a transaction id and a descriptor', async () => {
    const found = async (keyword: string) =>
      (await execute(core, testCaller(admin), adminListAlerts, { keyword, size: 100 })).records;
    expect((await found('ALERT-000123')).map(({ alertId }) => alertId)).toEqual(['ALERT-000123']);
    expect((await found('TXN-12345')).map(({ transactionId }) => transactionId)).toEqual(['TXN-12345']);
    for (const { descriptor } of await found('shop 69')) expect(descriptor).toMatch(/^SHOP 69/);
    expect(await found('%')).toEqual([]);
    expect(await found('nothing')).toEqual([]);
  });

  it('A-282 an export has what the list has, keyword included', async () => {
    const filter = { keyword: 'ALERT-0001', needsAnswer: true };
    const { total } = await execute(core, testCaller(merchant), listAlerts, filter);
    const file = await execute(core, testCaller(merchant), exportAlerts, filter);
    expect(total).toBeGreaterThan(0);
    expect(file.rows).toBe(total);
  });
});
