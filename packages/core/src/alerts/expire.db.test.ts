import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { after, DAY, HOUR, MINUTE } from '../kernel/time.ts';
import { tellDue } from '../notifications/index.ts';
import {
  type AlertOptions,
  buildAlert,
  buildMerchant,
  buildStaff,
  carryOut,
  testCaller,
  testCore,
} from '../testing/index.ts';
import { expireAlerts } from './expire-alerts.ts';
import { unansweredAtDeadline } from './expire-store.ts';
import { getAlert } from './get-alert.ts';
import { listAlerts } from './list-alerts.ts';
import { processAlert } from './process-alert.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const ARRIVAL = new Date('2026-11-22T02:00:00.000Z');
const DEADLINE = after(ARRIVAL, DAY);

async function setUp(options: Partial<AlertOptions> = {}) {
  const core = testCore({ db: database.db });
  core.clock.set(DEADLINE);
  const merchant = await buildMerchant(core.db, { locale: 'en' });
  const { id } = await buildAlert(core.db, { merchantId: merchant.id, alertTime: ARRIVAL, ...options });
  const row = () => core.db.selectFrom('chargebackAlerts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const mails = () =>
    core.db.selectFrom('emailMessages').select(['kind', 'recipient']).where('alertRef', '=', id).execute();
  const events = async () =>
    (await core.db.selectFrom('alertEvents').select('kind').where('alertRef', '=', id).orderBy('id').execute()).map(
      ({ kind }) => kind,
    );
  return { core, merchant, id, row, mails, events };
}

describe('A-362 the deadline of an alert that nobody has answered', () => {
  it('a millisecond before it nothing happens; at it the alert is EXPIRED, in its history, and no longer needs an answer', async () => {
    const { core, merchant, id, row, events } = await setUp();
    core.clock.set(after(DEADLINE, -1));
    await expireAlerts(core, 200);
    expect(await row()).toMatchObject({ feedbackStatus: 'NONE', needsAnswer: 1 });
    core.clock.set(DEADLINE);
    await expireAlerts(core, 200);
    expect(await row()).toMatchObject({ processStatus: 'PENDING', feedbackStatus: 'EXPIRED', needsAnswer: 0 });
    expect(await events()).toEqual(['EXPIRED']);
    const waiting = await execute(core, testCaller(merchant.actor), listAlerts, { needsAnswer: true });
    expect(waiting.records).toEqual([]);
    expect((await execute(core, testCaller(merchant.actor), getAlert, { id })).needsAnswer).toBe(false);
  });

  it('merchant and operator are told, in one message each', async () => {
    const { core, merchant, mails } = await setUp();
    const admin = await buildStaff(core.db);
    await expireAlerts(core, 200);
    await expireAlerts(core, 200);
    expect(await mails()).toEqual([{ kind: 'alert.expired', recipient: merchant.email }]);
    const due = await core.db
      .selectFrom('outbox')
      .select('payload')
      .where('topic', '=', 'admin.due')
      .where('createdTime', '=', DEADLINE)
      .orderBy('id')
      .execute();
    await carryOut(core, tellDue, JSON.parse(due[0]!.payload) as { window: string });
    const told = await core.db
      .selectFrom('emailMessages')
      .select('kind')
      .where('recipient', '=', admin.email)
      .execute();
    expect(told).toEqual([{ kind: 'admin.due' }]);
  });

  it('any number of workers: each alert once', async () => {
    const { core, merchant, events, mails } = await setUp();
    const more = await Promise.all(
      Array.from({ length: 30 }, () => buildAlert(core.db, { merchantId: merchant.id, alertTime: ARRIVAL })),
    );
    const counts = await Promise.all(Array.from({ length: 6 }, () => expireAlerts(core, 10)));
    const rest = await expireAlerts(core, 200);
    expect(counts.reduce((sum, count) => sum + count, rest)).toBeGreaterThanOrEqual(31);
    expect(await events()).toEqual(['EXPIRED']);
    expect(await mails()).toHaveLength(1);
    const doubled = await core.db
      .selectFrom('alertEvents')
      .select('alertRef')
      .where('kind', '=', 'EXPIRED')
      .where(
        'alertRef',
        'in',
        more.map(({ id }) => id),
      )
      .execute();
    expect(doubled).toHaveLength(30);
  });

  it.each<[string, Partial<AlertOptions>]>([
    ['RDR: nothing was due', { program: 'RDR' }],
    ['unmatched: nobody could have answered', { matchStatus: 'UNMATCHED' }],
    ['held: its merchant couldn’t', { holdReason: 'MERCHANT_SUSPENDED' }],
  ])('%s', async (_case, options) => {
    const { core, row, events } = await setUp(options);
    core.clock.set(after(DEADLINE, DAY));
    await expireAlerts(core, 200);
    expect((await row()).feedbackStatus).toBe('NONE');
    expect(await events()).toEqual([]);
  });

  it('days after an outage the history says it and nobody is woken', async () => {
    const { core, row, mails } = await setUp();
    core.clock.set(after(DEADLINE, DAY + MINUTE));
    await expireAlerts(core, 200);
    expect((await row()).feedbackStatus).toBe('EXPIRED');
    expect(await mails()).toEqual([]);
  });

  it('a late answer stays possible, and is marked', async () => {
    const { core, merchant, id, row } = await setUp();
    await expireAlerts(core, 200);
    core.clock.set(after(DEADLINE, HOUR));
    const detail = await execute(core, testCaller(merchant.actor), processAlert, {
      id,
      action: 'IGNORE',
      reason: 'seen too late',
    });
    expect(detail).toMatchObject({ processStatus: 'IGNORED', feedbackStatus: 'QUEUED', answer: { late: true } });
    expect(JSON.parse((await row()).feedbackData ?? '{}')).toMatchObject({ late: true });
    await expireAlerts(core, 200);
    expect((await row()).feedbackStatus).toBe('QUEUED');
  });

  it('is found by its index, however many alerts there are', async () => {
    const { core, merchant } = await setUp();
    await sql`
      INSERT INTO chargeback_alerts (alert_id, merchant_id, amount, currency, alert_time, deadline, risk_level, match_status, match_tier,
        process_status, delivery_id, content_sha256, created_time, updated_time)
      WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
        numbers AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b WHERE a.n < 50)
      SELECT CONCAT('due-', n), ${merchant.id}, 1, 'USD', '2027-01-01', '2027-01-02' + INTERVAL n SECOND, 'LOW', 'MATCHED', 'EXACT',
        IF(n % 2, 'PENDING', 'PROCESSED'), 0, REPEAT('x', 32), '2027-01-01', '2027-01-01' FROM numbers`.execute(
      core.db,
    );
    await sql`ANALYZE TABLE chargeback_alerts`.execute(core.db);
    const now = new Date('2027-01-02T00:00:30.000Z');
    const [plan] = await explain(core.db, unansweredAtDeadline(core.db, now, 200));
    expect(plan).toMatchObject({ key: 'idx_due' });
    expect(plan?.Extra).not.toMatch(/filesort|temporary/);
    expect(await rowsRead(core.db, (db) => unansweredAtDeadline(db, now, 10).execute())).toBeLessThan(40);
  });
});
