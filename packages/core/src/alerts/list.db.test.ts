import { createTestDatabase, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAlerts } from '../alert-exports/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { execute } from '../kernel/execute.ts';
import { buildMerchant, buildStaff, buildUser, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { adminAlertCounts, adminListAlerts, alertCounts, listAlerts } from './index.ts';
import { type ListLimits, waits } from './list-plan.ts';
import { AdminAlertListInput, ALERT_SORTS } from './model.ts';
import { listAlertRows } from './store.ts';

let database: TestDatabase;
let core: TestCore;
let merchant: Actor & { kind: 'merchant' };
let small: Actor & { kind: 'merchant' };
let colleague: number;
let admin: Actor & { kind: 'staff' };

beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  const built = [];
  for (let n = 0; n < 20; n++) built.push(await buildMerchant(core.db));
  merchant = (built[0] ?? (await buildMerchant(core.db))).actor;
  small = (built[19] ?? (await buildMerchant(core.db))).actor;
  colleague = (await buildUser(core.db, merchant.merchantId)).id;
  admin = (await buildStaff(core.db)).actor;
  const first = merchant.merchantId;
  // The first merchant has a third of all. What belongs together in life does so here: the newest wait, the large are risky, RDR is Visa's and
  // needs nothing, American Express came late, few are in krónur, and a shop closed.
  await sql`
    INSERT INTO chargeback_alerts (alert_id, merchant_id, program, descriptor, card_bin, card_brand, amount, currency, transaction_id, order_id, alert_time,
      deadline, risk_level, match_status, match_tier, hold_reason, process_status, feedback_status, assigned_to, delivery_id, content_sha256,
      created_time, updated_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 399),
      digits AS (SELECT a.n * 400 + b.n AS n, (a.n * 400 + b.n) * 7919 % 100000 / 100 AS worth, (a.n * 400 + b.n) % 7 = 0 AS rdr
        FROM few a JOIN few b ON b.n < 400 WHERE a.n < 120)
    SELECT CONCAT('ALERT-', LPAD(n, 6, '0')), IF(n % 50 = 1, NULL, IF(n % 3 = 0, ${first}, ${first} + 1 + n % 19)), IF(rdr, 'RDR', 'ETHOCA'),
      IF(n < 6000 AND n % 2 = 0, 'CLOSED', CONCAT(ELT(1 + n % 4, 'ACME*SHOP ', 'SHOP ', 'BOOKS ', 'GARDEN '), n % 40)), '411111',
      IF(rdr OR n % 4 = 1, 'VISA', IF(n > 32000 AND n % 11 = 0, 'AMEX', IF(n % 90 = 5, 'JCB', 'MASTERCARD'))),
      worth, IF(n % 400 = 3, 'ISK', IF(n % 20 = 7, 'JPY', 'USD')), CONCAT('TXN-', (n * 31) % 48000), CONCAT('ORDER-', n % 9000),
      '2026-01-01' + INTERVAL n * 7 MINUTE, '2026-01-02' + INTERVAL n * 7 + n % 5 * 60 MINUTE, IF(worth > 700, 'HIGH', IF(worth > 300, 'MEDIUM', 'LOW')),
      IF(n % 50 = 1, 'UNMATCHED', IF(n % 31 = 0, 'MULTIPLE', 'MATCHED')), IF(n % 50 = 1, NULL, 'EXACT'), IF(n % 601 = 0, 'MERCHANT_SUSPENDED', NULL),
      IF(rdr, 'PROCESSED', IF(n > 47200 OR n % 149 = 0, 'PENDING', IF(n % 10 > 7, 'IGNORED', 'PROCESSED'))),
      IF(rdr OR n > 47200 OR n % 149 = 0, IF(n % 298 = 0 AND NOT rdr, 'EXPIRED', 'NONE'), IF(n % 97 = 0, 'REJECTED', IF(n > 46000, 'SENT', 'ACCEPTED'))),
      IF(n % 240 = 0, ${colleague}, NULL), n, UNHEX(REPEAT('0', 64)), '2026-01-01' + INTERVAL n * 7 MINUTE, '2026-01-01' + INTERVAL n * 7 MINUTE
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

/** Every filter of the screens, and companies of them that are common, rare, and impossible. */
const FILTERS: Record<string, Partial<AdminAlertListInput>> = {
  none: {},
  needsAnswer: { needsAnswer: true },
  'answered or not ours to answer': { needsAnswer: false },
  'status PENDING': { status: 'PENDING' },
  'status PROCESSED': { status: 'PROCESSED' },
  'status IGNORED': { status: 'IGNORED' },
  'risk HIGH': { riskLevel: 'HIGH' },
  'risk LOW': { riskLevel: 'LOW' },
  RDR: { program: 'RDR' },
  'brand VISA': { brand: 'VISA' },
  'brand AMEX': { brand: 'AMEX' },
  'brand JCB': { brand: 'JCB' },
  'brand DINERS, which nobody has': { brand: 'DINERS' },
  'RDR of Mastercard, which there is none of': { program: 'RDR', brand: 'MASTERCARD' },
  USD: { currency: 'USD' },
  JPY: { currency: 'JPY' },
  ISK: { currency: 'ISK' },
  'feedback SENT': { feedbackStatus: 'SENT' },
  'feedback WAITING': { feedbackStatus: 'WAITING' },
  'feedback REJECTED': { feedbackStatus: 'REJECTED' },
  'feedback EXPIRED': { feedbackStatus: 'EXPIRED' },
  'a descriptor': { descriptor: 'SHOP 1' },
  'a shop that closed': { descriptor: 'CLOSED' },
  mine: { assignedTo: 'me' },
  'a week': { from: '2026-05-01T00:00:00Z', to: '2026-05-08T00:00:00Z' },
  'since a day': { from: '2026-08-04T00:00:00Z' },
  'a small range of amounts': { minAmount: 100, maxAmount: 105 },
  'a large range of amounts': { minAmount: 100, maxAmount: 900 },
  'PENDING and HIGH': { status: 'PENDING', riskLevel: 'HIGH' },
  'needs an answer, due before': { needsAnswer: true, dueBefore: '2026-08-05T00:00:00Z' },
  'PROCESSED Visa of a month': {
    status: 'PROCESSED',
    brand: 'VISA',
    from: '2026-03-01T00:00:00Z',
    to: '2026-04-01T00:00:00Z',
  },
  'HIGH in USD between amounts': { riskLevel: 'HIGH', currency: 'USD', minAmount: 750, maxAmount: 800 },
  'LOW in JPY': { riskLevel: 'LOW', currency: 'JPY' },
  'the beginning of a descriptor': { keyword: 'shop 1' },
  'a word of a shop that closed': { keyword: 'lose' },
  'a shop that closed, in USD of a month': {
    descriptor: 'CLOSED',
    currency: 'USD',
    from: '2026-01-05T00:00:00Z',
    to: '2026-02-05T00:00:00Z',
  },
  'the beginning of a transaction': { keyword: 'TXN-123', status: 'PROCESSED' },
};
const ADMIN_FILTERS: Record<string, Partial<AdminAlertListInput>> = {
  ...FILTERS,
  queue: { queue: true },
  held: { held: true },
  UNMATCHED: { matchStatus: 'UNMATCHED' },
  MULTIPLE: { matchStatus: 'MULTIPLE' },
};
const orders = ALERT_SORTS.flatMap((sort) => (['asc', 'desc'] as const).map((order) => ({ sort, order })));

/** Small enough for a table of 48,000 rows to feel them. */
const LIMITS: ListLimits = { few: 150, walked: 400, whole: 1500, count: 300, examined: 300 };

/** Each sort the way it opens. */
const STARTING = orders.filter(({ sort, order }) => (order === 'asc') === (sort === 'urgency' || sort === 'deadline'));

type Row = Awaited<ReturnType<typeof everything>>[number];
function everything() {
  return core.db.selectFrom('chargebackAlerts').selectAll().execute();
}

/** The same filters, said once more without an index. */
function fits(row: Row, input: AdminAlertListInput, actor: Actor): boolean {
  const is = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value;
  const word = input.keyword;
  return (
    is(input.status, row.processStatus) &&
    is(input.needsAnswer, row.needsAnswer === 1) &&
    is(input.riskLevel, row.riskLevel) &&
    is(input.program, row.program) &&
    (input.brand === undefined || input.brand === row.cardBrand) &&
    is(input.currency, row.currency) &&
    (input.feedbackStatus === undefined ||
      input.feedbackStatus === row.feedbackStatus ||
      (input.feedbackStatus === 'WAITING' && ['QUEUED', 'PENDING_RETRY', 'SENT'].includes(row.feedbackStatus))) &&
    (input.descriptor === undefined || input.descriptor === row.descriptor) &&
    (input.assignedTo === undefined || row.assignedTo === colleague) &&
    (input.dueBefore === undefined || row.deadline < new Date(input.dueBefore)) &&
    (input.from === undefined || row.alertTime >= new Date(input.from)) &&
    (input.to === undefined || row.alertTime < new Date(input.to)) &&
    (input.minAmount === undefined || Number(row.amount) >= input.minAmount) &&
    (input.maxAmount === undefined || Number(row.amount) <= input.maxAmount) &&
    is(input.matchStatus, row.matchStatus) &&
    is(input.held, row.holdReason !== null) &&
    is(input.queue, row.needsAdmin === 1) &&
    (word === undefined ||
      [row.alertId, row.transactionId, row.orderId].some((id) => id?.startsWith(word)) ||
      row.descriptor?.startsWith(word.toUpperCase()) === true ||
      (actor.kind === 'merchant' && row.descriptor?.includes(word.toUpperCase()) === true))
  );
}

const KEYS = {
  urgency: (row: Row) => row.urgencyTime?.getTime() ?? 0,
  alertTime: (row: Row) => row.alertTime.getTime(),
  deadline: (row: Row) => row.deadline.getTime(),
  amount: (row: Row) => Number(row.amount),
  riskLevel: (row: Row) => (row.riskRank ?? 0) * 1e15 + row.alertTime.getTime(),
};

describe.each(['merchant', 'small', 'admin'] as const)('A-266 A-130 A-131 A-132 A-133 A-136 every list: %s', (who) => {
  let actor: Actor;
  let visible: Row[];
  beforeAll(async () => {
    actor = who === 'merchant' ? { ...merchant, id: colleague } : who === 'small' ? small : admin;
    const own = actor.kind === 'merchant' ? actor.merchantId : undefined;
    visible = (await everything()).filter(
      (row) => own === undefined || (row.merchantId === own && row.holdReason === null),
    );
  });

  it.each(Object.entries(who === 'admin' ? ADMIN_FILTERS : FILTERS))(
    '%s: right, and read by index',
    async (_, filter) => {
      for (const { sort, order } of who === 'merchant' ? orders : STARTING) {
        if (who !== 'merchant' && 'assignedTo' in filter) continue;
        if ((sort === 'deadline' || sort === 'urgency') && !waits(filter)) continue;
        const input = AdminAlertListInput.parse({ ...filter, sort, order, size: 10 });
        const key = KEYS[sort];
        const sign = order === 'asc' ? 1 : -1;
        const wanted = visible
          .filter((row) => fits(row, input, actor))
          .sort((a, b) => sign * (key(a) - key(b) || a.id - b.id));
        let page: Awaited<ReturnType<typeof listAlertRows>> | undefined;
        const read = await rowsRead(core.db, async (db) => {
          page = await listAlertRows({ ...contextOf(actor), db }, input, LIMITS);
        });
        const name = `${sort} ${order}`;
        expect(
          page?.records.map(({ id }) => id),
          name,
        ).toEqual(wanted.slice(0, 10).map(({ id }) => id));
        if (page?.more === false) expect(page.total, name).toBe(wanted.length);
        else expect(page?.total, name).toBeLessThanOrEqual(wanted.length);
        expect(read, `rows read: ${name}`).toBeLessThan(READ[who === 'admin' ? 'staff' : 'merchant']);
        const next = page?.nextCursor;
        expect(next !== undefined, name).toBe(wanted.length > 10);
        if (next === undefined) continue;
        const second = await listAlertRows(contextOf(actor), { ...input, cursor: next }, LIMITS);
        expect(
          second.records.map(({ id }) => id),
          `${name}, the next page`,
        ).toEqual(wanted.slice(10, 20).map(({ id }) => id));
      }
    },
    60_000,
  );
});

/** Of 48,000 rows, everything a page takes: looking for facet numbers (most of it), choosing the way, counting, and the page. */
const READ = { merchant: 14_000, staff: 30_000 };

describe('the lists that open most often read little more than they show', () => {
  it.each([
    ['what needs an answer, most urgent first', { needsAnswer: true, sort: 'urgency', order: 'asc' }],
    ['newest first', {}],
    ['newest of a status', { status: 'PROCESSED' }],
    ['newest of a program', { program: 'RDR' }],
    ['largest first', { sort: 'amount' }],
    ['riskiest first', { sort: 'riskLevel' }],
    ['soonest deadline', { needsAnswer: true, sort: 'deadline', order: 'asc' }],
  ])('%s', async (_, input) => {
    for (const actor of [merchant, admin]) {
      const read = await rowsRead(core.db, (db) =>
        listAlertRows({ ...contextOf(actor), db }, AdminAlertListInput.parse(input), {
          ...LIMITS,
          few: 50,
          count: 50,
          examined: 50,
        }),
      );
      expect(read, actor.kind).toBeLessThan(READ[actor.kind]);
    }
  });

  it.each(['deadline', 'urgency'] as const)('by %s only what waits is listed', async (sort) => {
    const fault = { code: 'VALIDATION_FAILED', details: { fields: [{ path: 'sort', code: 'ONLY_WAITING' }] } };
    await expect(execute(core, testCaller(merchant), listAlerts, { sort })).rejects.toMatchObject(fault);
    await expect(execute(core, testCaller(admin), adminListAlerts, { sort, queue: true })).resolves.toBeDefined();
    const dueBefore = '2026-08-05T00:00:00Z';
    await expect(execute(core, testCaller(merchant), listAlerts, { dueBefore })).rejects.toMatchObject({
      details: { fields: [{ path: 'dueBefore' }] },
    });
  });

  it('the page after a cursor costs no more, however far in it is', async () => {
    for (const actor of [merchant, admin])
      for (const sort of ALERT_SORTS) {
        const waiting = sort === 'deadline' || sort === 'urgency' ? { needsAnswer: true } : {};
        const deep = AdminAlertListInput.parse({
          ...waiting,
          sort,
          page: 'needsAnswer' in waiting ? 10 : 400,
          size: 10,
        });
        const { nextCursor } = await listAlertRows(contextOf(actor), deep);
        const input = AdminAlertListInput.parse({ ...waiting, sort, cursor: nextCursor, size: 10 });
        const read = await rowsRead(core.db, (db) =>
          listAlertRows({ ...contextOf(actor), db }, input, { ...LIMITS, few: 50, count: 50, examined: 50 }),
        );
        expect(read, `${actor.kind} by ${sort}`).toBeLessThan(READ[actor.kind]);
      }
  });

  it('A-139 the numbers at the quick filters, whatever the table holds', async () => {
    const read = (work: (db: TestCore['db']) => Promise<unknown>) => rowsRead(core.db, work);
    const own = await read((db) => execute({ ...core, db }, testCaller(merchant), alertCounts, {}));
    const all = await read((db) => execute({ ...core, db }, testCaller(admin), adminAlertCounts, {}));
    expect(own).toBeLessThan(30_000);
    expect(all).toBeLessThan(45_000);
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
    for (const { descriptor } of await found('shop 3')) expect(descriptor).toMatch(/^SHOP 3/);
    const own = await execute(core, testCaller(merchant), listAlerts, { keyword: 'me*shop' });
    expect(own.records.map(({ descriptor }) => descriptor)).toEqual(
      own.records.map(() => expect.stringContaining('ACME*SHOP')),
    );
    expect(own.records).toHaveLength(10);
    expect(await found('%')).toEqual([]);
    expect(await found('nothing')).toEqual([]);
  });

  it('A-282 an export has what the list has, keyword included', async () => {
    const filter = { keyword: 'ALERT-0473', needsAnswer: true };
    const { total } = await execute(core, testCaller(merchant), listAlerts, filter);
    const file = await execute(core, testCaller(merchant), exportAlerts, filter);
    expect(total).toBeGreaterThan(0);
    expect(file.rows).toBe(total);
  });
});
