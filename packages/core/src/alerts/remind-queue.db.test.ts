import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { after, DAY, HOUR, MINUTE } from '../kernel/time.ts';
import { mailParams, tellDue } from '../notifications/index.ts';
import {
  buildAlert,
  buildMerchant,
  buildStaff,
  carryOut,
  queuedMails,
  testCaller,
  testCore,
  unique,
} from '../testing/index.ts';
import { assignAlert } from './assign-alert.ts';
import { expireAlerts } from './expire-alerts.ts';
import { getAlert } from './get-alert.ts';
import { adminListAlerts } from './list-alerts.ts';
import { queueAhead, queueAtDeadline } from './queue-store.ts';
import { remindQueue, watchQueue } from './remind-queue.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const ARRIVAL = new Date('2026-11-22T02:00:00.000Z');
const DEADLINE = after(ARRIVAL, DAY);
const HALF = after(ARRIVAL, 12 * HOUR);
const LAST = after(DEADLINE, -2 * HOUR);

async function setUp() {
  const core = testCore({ db: database.db });
  core.clock.set(ARRIVAL);
  // What is told is about the whole queue and to every admin.
  for (const table of ['alertEvents', 'chargebackAlerts', 'outbox', 'emailMessages', 'staffUsers'] as const)
    await core.db.deleteFrom(table).execute();
  const admin = await buildStaff(core.db);
  const merchant = await buildMerchant(core.db, { locale: 'en' });
  const unmatched = (descriptor = 'NORTH*SHOP') =>
    buildAlert(core.db, { merchantId: null, matchStatus: 'UNMATCHED', alertTime: ARRIVAL, descriptor });
  const told = async (wanted: 'admin.queue-due' | 'admin.due') => {
    const rows = await core.db
      .selectFrom('emailMessages')
      .selectAll()
      .where('recipient', '=', admin.email)
      .where('kind', '=', wanted)
      .orderBy('id')
      .execute();
    return rows.map((row) => mailParams(core.ports.cipher, row));
  };
  const mails = () => told('admin.queue-due');
  const events = async (id: number) =>
    (await core.db.selectFrom('alertEvents').select('kind').where('alertRef', '=', id).orderBy('id').execute()).map(
      ({ kind }) => kind,
    );
  const row = (id: number) =>
    core.db.selectFrom('chargebackAlerts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { core, admin, merchant, unmatched, mails, told, events, row };
}

describe('A-114 A-358 alerts that still wait in the queue', () => {
  it('sixty at half of their time: one mail that says how many, until when, for which descriptors, and leads to the queue', async () => {
    const { core, unmatched, mails, events } = await setUp();
    const ids: number[] = [];
    for (let n = 0; n < 60; n++) ids.push((await unmatched(n < 41 ? 'NORTH*SHOP' : `OTHER ${n % 2}`)).id);
    core.clock.set(after(HALF, -1));
    await watchQueue(core);
    expect(await mails()).toEqual([]);
    core.clock.set(HALF);
    await watchQueue(core);
    await watchQueue(core);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      total: '60',
      due: '0',
      deadline: '2026-11-23 10:00 (Asia/Shanghai)',
      left: '12 小时',
      link: 'forewarn://queue',
    });
    expect(mail?.alerts).toContain('NORTH*SHOP  × 41');
    expect(await events(ids[0]!)).toEqual(['QUEUE_HALF']);
  });

  it('again two hours before the deadline, held ones too; never of what has been assigned, answered or settled by the network', async () => {
    const { core, admin, merchant, unmatched, mails, events } = await setUp();
    const waits = await unmatched();
    const held = await buildAlert(core.db, {
      merchantId: merchant.id,
      holdReason: 'AMBIGUOUS_MERCHANTS',
      alertTime: ARRIVAL,
    });
    const given = await unmatched();
    const rdr = await buildAlert(core.db, {
      merchantId: null,
      matchStatus: 'UNMATCHED',
      program: 'RDR',
      alertTime: ARRIVAL,
    });
    core.clock.set(HALF);
    await remindQueue(core);
    await execute(core, testCaller(admin.actor), assignAlert, {
      id: given.id,
      merchantId: merchant.id,
      reason: 'its descriptor',
    });
    core.clock.set(LAST);
    expect(await remindQueue(core)).toBe(2);
    expect(await remindQueue(core)).toBe(0);
    expect((await mails()).map(({ total, due }) => [total, due])).toEqual([
      ['3', '0'],
      ['2', '2'],
    ]);
    expect(await events(waits.id)).toEqual(['QUEUE_HALF', 'QUEUE_LAST']);
    expect(await events(held.id)).toEqual(['QUEUE_HALF', 'QUEUE_LAST']);
    expect(await events(rdr.id)).toEqual([]);
    expect(await events(given.id)).not.toContain('QUEUE_LAST');
  });

  it('any number of workers: each alert and step once', async () => {
    const { core, unmatched, mails, events } = await setUp();
    const ids = await Promise.all(Array.from({ length: 30 }, () => unmatched()));
    core.clock.set(HALF);
    const told = await Promise.all(Array.from({ length: 6 }, () => remindQueue(core)));
    expect(told.reduce((sum, count) => sum + count, await remindQueue(core))).toBe(30);
    for (const { id } of ids) expect(await events(id)).toEqual(['QUEUE_HALF']);
    expect((await mails()).length).toBeGreaterThanOrEqual(1);
  });

  it('a merchant never reads in its history what staff were told', async () => {
    const { core, admin, merchant, unmatched } = await setUp();
    const { id } = await unmatched();
    core.clock.set(HALF);
    await remindQueue(core);
    await execute(core, testCaller(admin.actor), assignAlert, {
      id,
      merchantId: merchant.id,
      reason: 'its descriptor',
    });
    const kinds = async (actor: typeof merchant.actor | typeof admin.actor) =>
      (await execute(core, testCaller(actor), getAlert, { id })).timeline.map(({ kind }) => kind);
    expect(await kinds(admin.actor)).toContain('QUEUE_HALF');
    expect(await kinds(merchant.actor)).not.toContain('QUEUE_HALF');
  });
});

describe('A-362 the deadline of an alert that is still in the queue', () => {
  it('makes it EXPIRED once, found under “missed” and still in the queue; the operator is told, no merchant is', async () => {
    const { core, admin, merchant, unmatched, told, events, row } = await setUp();
    const { id } = await unmatched();
    const held = await buildAlert(core.db, {
      merchantId: merchant.id,
      holdReason: 'AMBIGUOUS_MERCHANTS',
      alertTime: ARRIVAL,
    });
    core.clock.set(after(DEADLINE, -1));
    await watchQueue(core);
    expect((await row(id)).feedbackStatus).toBe('NONE');
    core.clock.set(DEADLINE);
    await watchQueue(core);
    await watchQueue(core);
    expect(await row(id)).toMatchObject({ processStatus: 'PENDING', feedbackStatus: 'EXPIRED', needsAdmin: 1 });
    expect((await events(id)).filter((kind) => kind === 'EXPIRED')).toHaveLength(1);
    const missed = await execute(core, testCaller(admin.actor), adminListAlerts, { feedbackStatus: 'EXPIRED' });
    expect(missed.records.map((one) => one.id).sort()).toEqual([id, held.id].sort());
    const due = await core.db
      .selectFrom('outbox')
      .select('payload')
      .where('topic', '=', 'admin.due')
      .orderBy('id')
      .execute();
    expect(due).toHaveLength(2);
    await carryOut(core, tellDue, JSON.parse(due[0]!.payload) as { window: string });
    await carryOut(core, tellDue, JSON.parse(due[0]!.payload) as { window: string });
    expect((await told('admin.due')).map(({ expired, unplaced }) => [expired, unplaced])).toEqual([['2', '2']]);
    expect(await queuedMails(core, merchant.email)).toEqual([]);
  });

  it('given to its merchant afterwards it brings one message, and a late answer stays possible', async () => {
    const { core, admin, merchant, unmatched, row } = await setUp();
    const { id } = await unmatched();
    core.clock.set(DEADLINE);
    await watchQueue(core);
    core.clock.set(after(DEADLINE, 5 * MINUTE));
    await execute(core, testCaller(admin.actor), assignAlert, {
      id,
      merchantId: merchant.id,
      reason: 'its descriptor',
    });
    await expireAlerts(core, 200);
    expect((await queuedMails(core, merchant.email)).map(({ kind }) => kind)).toEqual(['alert.new']);
    expect(await row(id)).toMatchObject({ merchantId: merchant.id, feedbackStatus: 'EXPIRED', needsAnswer: 0 });
  });

  it('days after an outage it is marked and nobody is woken', async () => {
    const { core, unmatched, row } = await setUp();
    const { id } = await unmatched();
    core.clock.set(after(DEADLINE, DAY + MINUTE));
    await watchQueue(core);
    expect((await row(id)).feedbackStatus).toBe('EXPIRED');
    expect(await core.db.selectFrom('outbox').select('id').where('topic', '=', 'admin.due').execute()).toEqual([]);
  });
});

describe('what waits is found by its index, however many alerts there are', () => {
  let core: Awaited<ReturnType<typeof setUp>>['core'];
  beforeAll(async () => {
    const set = await setUp();
    core = set.core;
    const spread = (many: number, state: string) => sql`
      INSERT INTO chargeback_alerts (alert_id, merchant_id, amount, currency, alert_time, deadline, risk_level, match_status, match_tier,
        process_status, feedback_status, delivery_id, content_sha256, created_time, updated_time)
      WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
        numbers AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b WHERE a.n < 50)
      SELECT CONCAT(${unique()}, n), ${set.merchant.id}, 1, 'USD', '2026-12-31', '2027-01-02' + INTERVAL n SECOND, 'LOW', ${sql.raw(state)},
        0, REPEAT('x', 32), '2026-12-31', '2026-12-31' FROM numbers WHERE n < ${many}`;
    await spread(10_000, `'MATCHED', 'EXACT', 'PENDING', 'NONE'`).execute(core.db);
    await spread(3000, `'UNMATCHED', NULL, 'PENDING', 'EXPIRED'`).execute(core.db);
    await spread(60, `'UNMATCHED', NULL, 'PENDING', 'NONE'`).execute(core.db);
    await sql`ANALYZE TABLE chargeback_alerts`.execute(core.db);
  });

  it('with its deadline ahead', async () => {
    const now = new Date('2027-01-02T00:49:40.000Z');
    const [plan] = await explain(core.db, queueAhead(core.db, now, 2000));
    expect(plan).toMatchObject({ key: 'idx_queue' });
    expect(plan?.Extra).not.toMatch(/filesort|temporary/);
    expect(await rowsRead(core.db, (db) => queueAhead(db, now, 2000).execute())).toBeLessThan(60);
  });

  it('past it: what is marked already isn’t read again', async () => {
    const now = new Date('2027-01-03T00:00:00.000Z');
    const [plan] = await explain(core.db, queueAtDeadline(core.db, now, 200));
    expect(plan).toMatchObject({ key: 'idx_facets_time' });
    expect(await rowsRead(core.db, (db) => queueAtDeadline(db, now, 200).execute())).toBeLessThan(300);
  });
});
