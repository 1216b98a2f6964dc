import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getAlert, processAlert } from '../alerts/index.ts';
import { execute } from '../kernel/execute.ts';
import { after, DAY, HOUR, MINUTE } from '../kernel/time.ts';
import { suspendMerchant } from '../merchants/index.ts';
import { buildAlert, buildMerchant, buildStaff, queuedMails, testCaller, testCore } from '../testing/index.ts';
import { backTest, createRule, pauseAllRules, runRules, switchOnRule } from './index.ts';
import { openAlertsQuery, pastAlertsQuery } from './past-store.ts';
import { dueAlertsQuery } from './run-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const ARRIVAL = new Date('2026-11-22T02:00:00.000Z');
const DEADLINE = after(ARRIVAL, 24 * HOUR);
const RULE = {
  name: 'Small refunds',
  conditions: { currency: 'USD', maxAmount: 50 },
  mode: 'ANSWER',
  action: 'REFUND',
  reason: 'refunded as a matter of policy',
  dailyCount: 3,
  dailySum: 100,
};

/** A merchant whose rule is on, and an hour before the deadline. */
async function world(part: object = {}) {
  const core = testCore({ db: database.db });
  // A sweep is of everybody's rules; those of the other tests are off.
  await core.db.updateTable('responseRules').set({ state: 'DRAFT' }).execute();
  const merchant = await buildMerchant(core.db, { locale: 'en' });
  const caller = testCaller(merchant.actor);
  const rule = await execute(core, caller, createRule, { ...RULE, ...part });
  await execute(core, caller, backTest, { id: rule.id });
  await execute(core, caller, switchOnRule, { id: rule.id, confirm: rule.name });
  const alert = (options: object = {}) =>
    buildAlert(core.db, { merchantId: merchant.id, alertTime: ARRIVAL, ...options });
  const answers = () =>
    core.db
      .selectFrom('alertFeedbacks as f')
      .innerJoin('chargebackAlerts as a', 'a.id', 'f.alertRef')
      .where('a.merchantId', '=', merchant.id)
      .select(['f.alertRef', 'f.action', 'f.refundAmount', 'f.submittedBy'])
      .orderBy('f.id')
      .execute();
  const runs = () =>
    core.db.selectFrom('responseRuleRuns').selectAll().where('merchantId', '=', merchant.id).orderBy('id').execute();
  const state = async () =>
    await core.db
      .selectFrom('responseRules')
      .select(['state', 'pausedBy'])
      .where('id', '=', rule.id)
      .executeTakeFirstOrThrow();
  core.clock.set(after(DEADLINE, -HOUR));
  return { core, merchant, caller, rule, alert, answers, runs, state };
}

describe('an alert that nobody has answered', () => {
  it('is answered by the rule an hour before its deadline, not earlier, and says so wherever it is told', async () => {
    const { core, caller, merchant, rule, alert, answers } = await world();
    const { id, alertId } = await alert();
    core.clock.set(after(DEADLINE, -HOUR - 1));
    await runRules(core);
    expect(await answers()).toEqual([]);
    core.clock.advance(1);
    await runRules(core);
    expect(await answers()).toEqual([
      { alertRef: id, action: 'REFUND', refundAmount: '19.9000', submittedBy: `system:rule:${rule.id}` },
    ]);
    const detail = await execute(core, caller, getAlert, { id });
    expect(detail).toMatchObject({ processStatus: 'PROCESSED', feedbackStatus: 'QUEUED', needsAnswer: false });
    expect(detail.answer).toMatchObject({ submittedBy: 'Rule “Small refunds”', reason: RULE.reason });
    expect(detail.timeline.find(({ kind }) => kind === 'ANSWERED')).toMatchObject({
      actorKind: 'system',
      data: { ruleId: rule.id, ruleName: 'Small refunds', refundAmount: 19.9 },
    });
    const [mail, ...others] = await queuedMails(core, merchant.email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'rule.answered' });
    const audit = core.db
      .selectFrom('auditLogs')
      .selectAll()
      .where('action', '=', 'rules.apply')
      .where('targetId', '=', String(id));
    const row = await audit.executeTakeFirstOrThrow();
    expect(row).toMatchObject({ actorKind: 'system', actorName: `rule:${rule.id}`, result: 'OK' });
    expect(JSON.parse(row.detail ?? '')).toMatchObject({ ruleName: 'Small refunds', alertId, action: 'REFUND' });
    const effects = await core.db.selectFrom('outbox').select('id').where('topic', '=', 'alert.answer').execute();
    await runRules(core);
    expect(await core.db.selectFrom('outbox').select('id').where('topic', '=', 'alert.answer').execute()).toEqual(
      effects,
    );
  });

  it('isn’t touched when a person was first, when it doesn’t fit, when it is held, or past its deadline', async () => {
    const { core, caller, alert, runs } = await world();
    const { id } = await alert();
    await execute(core, caller, processAlert, { id, action: 'CONFIRM_TRANSACTION', reason: 'by hand' });
    await alert({ amount: '51.0000' });
    await alert({ holdReason: 'AMBIGUOUS_MERCHANTS' });
    await alert({ program: 'RDR' });
    await alert({ alertTime: after(ARRIVAL, -HOUR) });
    expect(await runRules(core)).toBe(0);
    expect(await runs()).toEqual([]);
  });

  it('is answered once by any number of workers', async () => {
    const { core, alert, answers, runs } = await world({ dailyCount: 20, dailySum: 1000 });
    for (let n = 0; n < 6; n += 1) await alert();
    const counts = await Promise.all(Array.from({ length: 4 }, () => runRules(core)));
    expect(counts.reduce((a, b) => a + b)).toBe(6);
    expect(await answers()).toHaveLength(6);
    expect(await runs()).toHaveLength(6);
  });

  it('against a person at the same moment one of the two wins', async () => {
    const { core, caller, alert, answers } = await world();
    const { id } = await alert();
    await Promise.allSettled([
      runRules(core),
      execute(core, caller, processAlert, { id, action: 'CONFIRM_TRANSACTION', reason: 'by hand' }),
    ]);
    expect(await answers()).toHaveLength(1);
  });

  it('a worker that dies between the lock and the commit leaves nothing behind; the next one answers', async () => {
    const { core, alert, answers, runs } = await world();
    await alert();
    const { cipher } = core.ports;
    const dying = testCore({
      db: core.db,
      clock: core.clock,
      cipher: {
        ...cipher,
        open: (...args) => cipher.open(...args),
        seal: () => {
          throw new Error('the worker is gone');
        },
      },
    });
    expect(await runRules(dying)).toBe(0);
    expect(dying.logs).toMatchObject([{ level: 'error' }]);
    expect([await answers(), await runs()]).toEqual([[], []]);
    expect(await runRules(core)).toBe(1);
    expect(await answers()).toHaveLength(1);
  });
});

describe('a rule that mustn’t go on', () => {
  it('stops itself at its count for 24 hours and tells; exactly, with two workers', async () => {
    const { core, merchant, alert, answers, state } = await world({ dailySum: 1000 });
    for (let n = 0; n < 5; n += 1) await alert();
    await Promise.all([runRules(core), runRules(core)]);
    expect(await answers()).toHaveLength(3);
    expect(await state()).toEqual({ state: 'PAUSED', pausedBy: 'LIMIT' });
    const kinds = (await queuedMails(core, merchant.email)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'rule.paused')).toHaveLength(1);
    await runRules(core);
    expect(await answers()).toHaveLength(3);
  });

  it('and at its sum', async () => {
    const { core, alert, answers, state } = await world({ dailySum: 30 });
    for (let n = 0; n < 2; n += 1) await alert();
    await runRules(core);
    expect(await answers()).toHaveLength(1);
    expect(await state()).toMatchObject({ state: 'PAUSED' });
  });

  it('the limit is of 24 hours: what was answered before doesn’t count', async () => {
    const { core, alert, answers } = await world({ dailyCount: 1 });
    await alert();
    await runRules(core);
    core.clock.advance(DAY);
    await alert({ alertTime: after(ARRIVAL, DAY) });
    await runRules(core);
    expect(await answers()).toHaveLength(2);
  });

  it('the brake stops everything before the next answer', async () => {
    const { core, caller, alert, answers } = await world();
    await alert();
    await execute(core, caller, pauseAllRules, {});
    expect(await runRules(core)).toBe(0);
    expect(await answers()).toEqual([]);
  });

  it('what it may not answer it leaves to people, once, who are told with the reason', async () => {
    const { core, merchant, rule, alert, answers, runs } = await world();
    const { id } = await alert();
    const admin = testCaller((await buildStaff(core.db)).actor);
    await execute(core, admin, suspendMerchant, { id: merchant.id, reason: 'a check' });
    await runRules(core);
    await runRules(core);
    expect(await answers()).toEqual([]);
    expect(await runs()).toMatchObject([{ alertRef: id, outcome: 'LEFT', error: 'MERCHANT_SUSPENDED' }]);
    const events = await core.db
      .selectFrom('alertEvents')
      .select(['kind', 'level', 'data'])
      .where('alertRef', '=', id)
      .where('kind', '=', 'RULE_LEFT')
      .execute();
    expect(events).toMatchObject([{ level: 'WARN' }]);
    expect(JSON.parse(events[0]?.data ?? '')).toEqual({
      ruleId: rule.id,
      ruleName: RULE.name,
      error: 'MERCHANT_SUSPENDED',
    });
  });

  it('an amount that its currency can’t hold is left with a mail', async () => {
    const { core, merchant, alert } = await world();
    await alert({ amount: '19.9050' });
    await runRules(core);
    expect(await queuedMails(core, merchant.email)).toMatchObject([{ kind: 'rule.left' }]);
  });
});

describe('what it costs', () => {
  it('due alerts, past alerts and open alerts are read by index, without sorting', async () => {
    const { core, merchant, alert } = await world();
    for (let n = 0; n < 40; n += 1) await alert({ alertTime: after(ARRIVAL, -n * DAY) });
    const merchantId = merchant.id;
    const now = core.now();
    const queries = [
      dueAlertsQuery(core.db, { merchantId, now, until: after(now, HOUR), limit: 200 }),
      dueAlertsQuery(core.db, {
        merchantId,
        now,
        until: after(now, HOUR),
        from: { deadline: DEADLINE, id: 1 },
        limit: 200,
      }),
      pastAlertsQuery(core.db, { merchantId, since: after(now, -90 * DAY), limit: 1000 }),
      openAlertsQuery(core.db, merchantId, 1000),
    ];
    for (const query of queries) {
      const [first] = await explain(core.db, query);
      expect(first?.key).toMatch(/^idx_merchant/);
      expect(first?.Extra).not.toMatch(/filesort|temporary/);
    }
  });

  it('merchants without rules cost nothing', async () => {
    const { core, caller } = await world();
    await execute(core, caller, pauseAllRules, {});
    const other = await buildMerchant(core.db);
    for (let n = 0; n < 30; n += 1)
      await buildAlert(core.db, { merchantId: other.id, alertTime: after(ARRIVAL, n * MINUTE) });
    expect(await rowsRead(core.db, async (db) => runRules({ ...core, db }))).toBeLessThan(20);
  });
});
