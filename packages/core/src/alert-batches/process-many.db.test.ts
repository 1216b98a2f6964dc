import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import {
  type AlertOptions,
  buildAlert,
  buildMerchant,
  buildStaff,
  queuedMails,
  testCaller,
  testCore,
} from '../testing/index.ts';
import { processAlerts } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db);
  const alert = async (options: Partial<AlertOptions> = {}) =>
    (await buildAlert(core.db, { merchantId: merchant.id, ...options })).id;
  const send = (input: object, caller = testCaller(merchant.actor)) =>
    execute(core, caller, processAlerts, { action: 'CONFIRM_TRANSACTION', reason: 'checked', ...input });
  const answers = (ids: readonly number[]) =>
    core.db
      .selectFrom('alertFeedbacks')
      .select(['alertRef', 'action', 'refundAmount'])
      .where('alertRef', 'in', [...ids])
      .orderBy('alertRef')
      .execute();
  return { core, merchant, alert, send, answers };
}

describe('A-137 A-364 answering many', () => {
  it('each alert has a result of its own, and one that is refused leaves the others alone', async () => {
    const { alert, send, answers } = await setUp();
    const other = await buildMerchant(database.db);
    const [a, b] = [await alert(), await alert()];
    const rdr = await alert({ program: 'RDR' });
    const held = await alert({ matchStatus: 'UNMATCHED' });
    const { id: foreign } = await buildAlert(database.db, { merchantId: other.id });
    const all = [a, rdr, held, foreign, b];
    const { done, failed, results } = await send({ ids: all });
    expect([done, failed]).toEqual([2, 3]);
    expect(results.map(({ id, error }) => [id, error])).toEqual([
      [a, null],
      [rdr, 'ALERT_NEEDS_NO_ANSWER'],
      [held, 'ALERT_HELD'],
      [foreign, 'ALERT_NOT_FOUND'],
      [b, null],
    ]);
    expect(results[1]?.message).toMatch(/card network has already refunded/);
    expect((await answers(all)).map(({ alertRef }) => alertRef)).toEqual([a, b]);
  });

  it('a refund is of each alert’s own full amount', async () => {
    const { alert, send, answers } = await setUp();
    const ids = [await alert({ amount: '19.9000' }), await alert({ amount: '5000.0000', currency: 'JPY' })];
    expect((await send({ ids, action: 'REFUND' })).failed).toBe(0);
    expect((await answers(ids)).map(({ refundAmount }) => refundAmount)).toEqual(['19.9000', '5000.0000']);
  });

  it('a dispute is refused as a whole with what to do instead', async () => {
    const { alert, send, answers } = await setUp();
    const ids = [await alert()];
    await expect(send({ ids, action: 'DISPUTE' })).rejects.toMatchObject({ code: 'BATCH_NEEDS_EVIDENCE' });
    expect(await answers(ids)).toEqual([]);
  });

  it('the same batch sent again answers the same and writes nothing; without its name the alerts are answered already', async () => {
    const { core, merchant, alert, send, answers } = await setUp();
    const ids = [await alert(), await alert()];
    const batch = crypto.randomUUID();
    const first = await send({ ids, batch });
    expect(await send({ ids, batch })).toEqual(first);
    const keyed = [await alert()];
    const caller = testCaller(merchant.actor, { idempotencyKey: 'k'.repeat(100) });
    expect((await send({ ids: keyed }, caller)).done).toBe(1);
    expect((await send({ ids: keyed }, caller)).done).toBe(1);
    expect((await send({ ids })).results.map(({ error }) => error)).toEqual(ids.map(() => 'ALERT_ALREADY_ANSWERED'));
    expect(await answers([...ids, ...keyed])).toHaveLength(3);
    const audit = await core.db
      .selectFrom('auditLogs')
      .select(['action', 'result', 'detail'])
      .where('targetType', '=', 'alert')
      .where('targetId', '=', String(ids[0]))
      .orderBy('id')
      .execute();
    expect(audit.map(({ action, result }) => [action, result])).toEqual([['alerts.process', 'OK']]);
    expect(JSON.parse(audit[0]?.detail ?? '')).toMatchObject({ batch: true, action: 'CONFIRM_TRANSACTION' });
  });

  it('two batches at the same moment answer each alert once', async () => {
    const { alert, send, answers } = await setUp();
    const ids = [await alert(), await alert(), await alert()];
    const [one, two] = await Promise.all([send({ ids }), send({ ids: ids.toReversed() })]);
    expect(one.done + two.done).toBe(3);
    expect(await answers(ids)).toHaveLength(3);
  });

  it('takes at most a hundred', async () => {
    const { send } = await setUp();
    const ids = Array.from({ length: 101 }, (_, n) => n + 1);
    await expect(send({ ids })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('A-137 what every answer has to fulfil, many have to', () => {
  it('staff say why they answer in a merchant’s place, and the merchant is told', async () => {
    const { core, merchant, alert } = await setUp();
    const staff = await buildStaff(database.db, { roles: ['PLATFORM_ADMIN'] });
    const ids = [await alert()];
    const send = (more: object) =>
      execute(core, testCaller(staff.actor), processAlerts, { ids, action: 'IGNORE', reason: 'checked', ...more });
    expect((await send({})).results.map(({ error }) => error)).toEqual(['VALIDATION_FAILED']);
    expect((await send({ onBehalfReason: 'asked on the phone' })).done).toBe(1);
    const [mail] = await queuedMails(core, merchant.email);
    expect(mail?.text).toContain('asked on the phone');
  });

  it('a transaction that was refunded is not refunded again by a batch', async () => {
    const { alert, send } = await setUp();
    const ids = [await alert({}), await alert({})];
    await database.db.updateTable('chargebackAlerts').set({ transactionId: 'TX-1' }).where('id', 'in', ids).execute();
    const { results } = await send({ ids, action: 'REFUND' });
    expect(results.map(({ error }) => error)).toEqual([null, 'ALERT_REFUNDED_BEFORE']);
  });
});
