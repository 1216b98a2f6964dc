import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAlerts } from '../alerts/index.ts';
import { createEffectLane, type EffectHandlers } from '../effects/index.ts';
import { execute } from '../kernel/execute.ts';
import { after, DAY } from '../kernel/time.ts';
import {
  buildAlert,
  buildCard,
  buildMerchant,
  queuedMails,
  type TestCore,
  testCaller,
  testClock,
  testCore,
} from '../testing/index.ts';
import { figuresOf } from './figures.ts';
import { announceDigests, getDigest, sendDigest, updateDigest } from './index.ts';
import { waitingMerchants } from './store.ts';
import { weekFrom } from './week.ts';

/** Monday, 10:00 in Shanghai; the week before it is 16 to 22 November. */
const MONDAY = '2026-11-23T02:00:00.000Z';
const WEEK = weekFrom('2026-11-16', 'Asia/Shanghai');

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db, clock: testClock(MONDAY) });
});
afterAll(() => database.drop());

async function carryOut(): Promise<void> {
  const unused = async () => ({ outcome: 'DONE' as const });
  const handlers = new Proxy({ 'digest.weekly': sendDigest } as EffectHandlers, {
    get: (known, topic) => Reflect.get(known, topic) ?? unused,
  });
  const lane = createEffectLane(core, handlers, 'mail', 4);
  while ((await lane.pump()) > 0) await lane.drained();
}
async function deliver(): Promise<void> {
  while ((await announceDigests(core, 100)) > 0);
  await carryOut();
}
const digests = async (email: string) =>
  (await queuedMails(core, email)).filter(({ kind }) => kind === 'digest.weekly');

const within = (hours: number) => after(WEEK.from, hours * 3_600_000);
async function answered(id: number, action: string, status: 'PROCESSED' | 'IGNORED', refundAmount?: string) {
  await core.db
    .updateTable('chargebackAlerts')
    .set({ processStatus: status, processAction: action })
    .where('id', '=', id)
    .execute();
  await core.db
    .insertInto('alertFeedbacks')
    .values({
      alertRef: id,
      number: 1,
      idempotencyKey: crypto.randomUUID(),
      action,
      refunded: 'refunded',
      refundAmount: refundAmount ?? null,
      contentEnc: Buffer.alloc(0),
      submittedBy: 'test',
      submittedTime: core.now(),
    })
    .execute();
}

/** A merchant with a little of everything. */
async function busyMerchant(options: Parameters<typeof buildMerchant>[1] = {}) {
  const merchant = await buildMerchant(core.db, options);
  const make = (more: object = {}) => buildAlert(core.db, { merchantId: merchant.id, alertTime: within(30), ...more });
  await answered((await make({ amount: '100.0000' })).id, 'REFUND', 'PROCESSED', '40.5000');
  await answered((await make({ amount: '9.5000' })).id, 'REFUND', 'PROCESSED');
  await answered((await make({ amount: '3000.0000', currency: 'JPY' })).id, 'REFUND', 'PROCESSED', '3000.0000');
  await answered((await make()).id, 'IGNORE', 'IGNORED');
  const rdr = await make({ program: 'RDR', amount: '7.0000' });
  await core.db
    .updateTable('chargebackAlerts')
    .set({ processStatus: 'PROCESSED', processAction: 'REFUNDED_BY_NETWORK' })
    .where('id', '=', rdr.id)
    .execute();
  await make();
  await make({ alertTime: after(WEEK.to, -3_600_000) });
  await make({ holdReason: 'MERCHANT_SUSPENDED' });
  await make({ alertTime: after(WEEK.from, -1) });
  await buildCard(core.db, { merchantId: merchant.id, status: 'FAILED', createdTime: within(50) });
  return merchant;
}

describe('the weekly digest', () => {
  it('tells Monday morning what the week brought, once, in the merchant’s language', async () => {
    const merchant = await busyMerchant({ locale: 'en' });
    await deliver();
    await deliver();
    const mails = await digests(merchant.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Your week in chargeback alerts: 2026-11-16 – 2026-11-22');
    for (const line of [
      'Alerts received: 7',
      'Answered: 5',
      'Not answered in time: 1',
      'Refunded: 3000 JPY, 57.00 USD',
      'Open now: 1',
      'Next deadline: 2026-11-23 23:00 (Asia/Shanghai)',
      'Enrolments that failed: 1',
    ])
      expect(mails[0]?.text).toContain(line);
  });

  it('its figures are those of the list for the same days', async () => {
    const merchant = await busyMerchant();
    const figures = await figuresOf(core, merchant.id, WEEK);
    const list = async (input: object) =>
      execute(core, testCaller(merchant.actor), listAlerts, { size: 100, ...input });
    const days = { from: WEEK.from.toISOString(), to: WEEK.to.toISOString() };
    expect(figures?.received).toBe((await list(days)).total);
    const [processed, ignored] = [
      await list({ ...days, status: 'PROCESSED' }),
      await list({ ...days, status: 'IGNORED' }),
    ];
    expect(figures?.answered).toBe(processed.total + ignored.total);
    const now = core.now().toISOString();
    const late = (await list({ ...days, needsAnswer: true })).records.filter(({ deadline }) => deadline <= now);
    expect(figures?.expired).toBe(late.length);
    const waiting = (await list({ needsAnswer: true, sort: 'deadline', order: 'asc' })).records;
    const open = waiting.filter(({ deadline }) => deadline > now);
    expect(figures?.open).toBe(open.length);
    expect(figures?.nextDeadline?.toISOString()).toBe(open[0]?.deadline);
  });

  it('nothing is sent when there was nothing at all, to who has switched it off, or to who isn’t active', async () => {
    const quiet = await buildMerchant(core.db);
    const off = await busyMerchant();
    const suspended = await busyMerchant({ status: 'SUSPENDED' });
    await execute(core, testCaller(off.actor), updateDigest, { enabled: false });
    expect(await execute(core, testCaller(off.actor), getDigest, {})).toEqual({ enabled: false });
    await deliver();
    for (const { email } of [quiet, off, suspended]) expect(await digests(email)).toEqual([]);
  });

  it('switched off between announcing and sending, it isn’t sent', async () => {
    const merchant = await busyMerchant();
    while ((await announceDigests(core, 100)) > 0);
    await execute(core, testCaller(merchant.actor), updateDigest, { enabled: false });
    await carryOut();
    expect(await digests(merchant.email)).toEqual([]);
  });

  it('waits for nine o’clock where the merchant is', async () => {
    const west = await busyMerchant({ timeZone: 'America/New_York' });
    await deliver();
    expect(await digests(west.email)).toEqual([]);
    core.clock.set('2026-11-23T14:00:00.000Z');
    await deliver();
    expect(await digests(west.email)).toHaveLength(1);
    core.clock.set(MONDAY);
  });

  it('goes out in batches, and finding who waits reads no more than the batch', async () => {
    await sql`INSERT INTO merchants (company_name, contact_person, email, status, time_zone, created_time, updated_time)
      WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 69)
      SELECT 'X', 'X', CONCAT('bulk-', a.n, '-', b.n, '@example.test'), 'ACTIVE', 'Asia/Tokyo', ${after(core.now(), -DAY)}, ${core.now()} FROM few a JOIN few b`.execute(
      core.db,
    );
    await sql`ANALYZE TABLE merchants`.execute(core.db);
    const waiting = waitingMerchants(core.db, 'Asia/Tokyo', WEEK.key, 50);
    const [plan] = await explain(core.db, waiting);
    expect(plan).toMatchObject({ key: 'k_merchants_digest' });
    expect(plan?.Extra).not.toMatch(/filesort/);
    expect(await rowsRead(core.db, (db) => waitingMerchants(db, 'Asia/Tokyo', WEEK.key, 50).execute())).toBeLessThan(
      120,
    );
    expect(await announceDigests(core, 50)).toBe(50);
    const { n } = await core.db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('topic', '=', 'digest.weekly')
      .where('status', '=', 0)
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(50);
  });
});
