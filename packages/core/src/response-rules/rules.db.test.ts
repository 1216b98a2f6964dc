import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processAlert } from '../alerts/index.ts';
import { execute } from '../kernel/execute.ts';
import { after, DAY, HOUR } from '../kernel/time.ts';
import {
  type BuiltMerchant,
  buildAlert,
  buildMerchant,
  buildStaff,
  buildUser,
  testCaller,
  testCore,
} from '../testing/index.ts';
import {
  adminListRules,
  adminPauseRule,
  backTest,
  createRule,
  listRules,
  orderRules,
  pauseAllRules,
  pauseRule,
  previewRule,
  removeRule,
  ruleNotices,
  switchOnRule,
  updateRule,
} from './index.ts';
import { RULES_AT_MOST } from './model.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const CONTENT = {
  name: 'Small ones',
  conditions: { currency: 'USD', maxAmount: 20 },
  mode: 'ANSWER',
  action: 'IGNORE',
  reason: 'not worth the trouble',
};

async function world() {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db);
  const caller = testCaller(merchant.actor);
  const create = (part: object = {}) => execute(core, caller, createRule, { ...CONTENT, ...part });
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'OK',
      (error: { code?: string }) => error.code,
    );
  return { core, merchant, caller, create, code };
}
type World = Awaited<ReturnType<typeof world>>;
const on = async ({ core, caller }: World, id: number, confirm = CONTENT.name) => {
  await execute(core, caller, backTest, { id });
  return execute(core, caller, switchOnRule, { id, confirm });
};
const pastAlert = async ({ core }: World, { actor, id }: BuiltMerchant, part: object = {}, action?: string) => {
  const alert = await buildAlert(core.db, { merchantId: id, alertTime: after(core.now(), -2 * DAY), ...part });
  if (action)
    await execute(core, testCaller(actor), processAlert, {
      id: alert.id,
      action,
      reason: 'seen',
      ...(action === 'REFUND' && { refundAmount: 19.9 }),
    });
  return alert;
};

describe('a rule is tried before it is switched on', () => {
  it('says what it would have answered, where people answered otherwise, and only then goes on', async () => {
    const w = await world();
    const { core, caller, merchant } = w;
    await pastAlert(w, merchant, {}, 'IGNORE');
    const other = await pastAlert(w, merchant, {}, 'CONFIRM_TRANSACTION');
    await pastAlert(w, merchant);
    await pastAlert(w, merchant, { amount: '99.0000' }, 'IGNORE');
    await pastAlert(w, merchant, { alertTime: after(core.now(), -91 * DAY) }, 'IGNORE');
    await pastAlert(w, await buildMerchant(core.db), {}, 'IGNORE');
    await buildAlert(core.db, { merchantId: merchant.id });
    const { id } = await w.create();
    expect(await w.code(execute(core, caller, switchOnRule, { id, confirm: CONTENT.name }))).toBe('RULE_NOT_TESTED');
    const tested = await execute(core, caller, backTest, { id });
    expect(tested).toMatchObject({ state: 'DRAFT', testGood: true });
    expect(tested.test).toMatchObject({ past: 4, fits: 3, same: 1, different: 1, unanswered: 1, limited: false });
    expect(tested.test?.differences).toMatchObject([{ id: other.id, answered: 'CONFIRM_TRANSACTION', amount: 19.9 }]);
    expect(await w.code(execute(core, caller, switchOnRule, { id, confirm: 'small ones' }))).toBe('VALIDATION_FAILED');
    expect(await execute(core, caller, switchOnRule, { id, confirm: CONTENT.name })).toMatchObject({ state: 'ON' });
    expect(await w.code(execute(core, caller, switchOnRule, { id, confirm: CONTENT.name }))).toBe('RULE_STATE');
  });

  it('without any past alert too', async () => {
    const w = await world();
    const { id } = await w.create();
    expect(await on(w, id)).toMatchObject({ state: 'ON', test: { past: 0, fits: 0 } });
  });

  it('a test is good for a day, and for exactly what was tested', async () => {
    const w = await world();
    const { core, caller } = w;
    const { id } = await w.create();
    await execute(core, caller, backTest, { id });
    const renamed = await execute(core, caller, updateRule, { id, ...CONTENT, name: 'Other' });
    expect(renamed).toMatchObject({ testGood: true });
    core.clock.advance(24 * HOUR);
    expect(await w.code(execute(core, caller, switchOnRule, { id, confirm: 'Other' }))).toBe('RULE_NOT_TESTED');
    await execute(core, caller, backTest, { id });
    await execute(core, caller, updateRule, { id, ...CONTENT, dailyCount: 3 });
    expect(await w.code(execute(core, caller, switchOnRule, { id, confirm: CONTENT.name }))).toBe('RULE_NOT_TESTED');
  });

  it('a rule that is on and is changed goes off; renamed it stays on', async () => {
    const w = await world();
    const { id } = await w.create();
    await on(w, id);
    expect(await execute(w.core, w.caller, updateRule, { id, ...CONTENT, name: 'New' })).toMatchObject({ state: 'ON' });
    const changed = await execute(w.core, w.caller, updateRule, { id, ...CONTENT, action: 'INVALID_NOT_FOUND' });
    expect(changed).toMatchObject({ state: 'DRAFT', test: null, testGood: false });
  });
});

describe('keeping rules', () => {
  it('in the order given; the list names each exactly once', async () => {
    const w = await world();
    const [a, b, c] = [await w.create(), await w.create(), await w.create()];
    const list = async () => (await execute(w.core, w.caller, listRules, {})).records.map(({ id }) => id);
    expect(await list()).toEqual([a.id, b.id, c.id]);
    await execute(w.core, w.caller, orderRules, { ids: [c.id, a.id, b.id] });
    expect(await list()).toEqual([c.id, a.id, b.id]);
    for (const ids of [
      [c.id, a.id],
      [c.id, a.id, a.id],
      [c.id, a.id, b.id + 1000],
    ])
      expect(await w.code(execute(w.core, w.caller, orderRules, { ids }))).toMatch(/^(CONFLICT|RULE_NOT_FOUND)$/);
    await execute(w.core, w.caller, removeRule, { id: a.id });
    expect(await list()).toEqual([c.id, b.id]);
  });

  it(`at most ${RULES_AT_MOST}`, async () => {
    const w = await world();
    for (let n = 0; n < RULES_AT_MOST; n += 1) await w.create();
    expect(await w.code(w.create())).toBe('RULES_TOO_MANY');
  });

  it('stopped one by one, all at once, and by staff who were asked', async () => {
    const w = await world();
    const { core, caller, merchant } = w;
    const staff = testCaller((await buildStaff(core.db)).actor);
    const [a, b, c] = [await w.create(), await w.create(), await w.create()];
    for (const { id } of [a, b, c]) await on(w, id);
    expect(await execute(core, caller, pauseRule, { id: a.id })).toMatchObject({
      state: 'PAUSED',
      pausedBy: 'MERCHANT',
    });
    expect(await w.code(execute(core, caller, pauseRule, { id: a.id }))).toBe('RULE_STATE');
    expect(await execute(core, staff, adminPauseRule, { id: b.id, reason: 'they called' })).toMatchObject({
      pausedBy: 'OPERATOR',
    });
    const { records } = await execute(core, caller, pauseAllRules, {});
    expect(records.map(({ state }) => state)).toEqual(['PAUSED', 'PAUSED', 'PAUSED']);
    expect((await execute(core, staff, adminListRules, { merchantId: merchant.id })).records).toHaveLength(3);
  });

  it('by who may: others of the merchant look, other merchants find nothing; every change leaves before and after', async () => {
    const w = await world();
    const { core, merchant } = w;
    const { id } = await w.create();
    const handler = testCaller((await buildUser(core.db, merchant.id, { role: 'HANDLER' })).actor);
    const stranger = testCaller((await buildMerchant(core.db)).actor);
    expect((await execute(core, handler, listRules, {})).records).toHaveLength(1);
    expect(await w.code(execute(core, handler, updateRule, { id, ...CONTENT }))).toBe('FORBIDDEN');
    for (const work of [
      () => execute(core, stranger, updateRule, { id, ...CONTENT }),
      () => execute(core, stranger, backTest, { id }),
      () => execute(core, stranger, switchOnRule, { id, confirm: CONTENT.name }),
      () => execute(core, stranger, removeRule, { id }),
    ])
      expect(await w.code(work())).toBe('RULE_NOT_FOUND');
    await execute(core, w.caller, updateRule, { id, ...CONTENT, dailyCount: 7 });
    const row = await core.db
      .selectFrom('auditLogs')
      .select('detail')
      .where('action', '=', 'rules.update')
      .where('result', '=', 'OK')
      .where('targetId', '=', String(id))
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.detail ?? '')).toMatchObject({ before: { dailyCount: 20 }, after: { dailyCount: 7 } });
  });
});

describe('what rules mean for open alerts', () => {
  it('counts what the conditions fit now', async () => {
    const w = await world();
    const fitting = await buildAlert(w.core.db, { merchantId: w.merchant.id });
    await buildAlert(w.core.db, { merchantId: w.merchant.id, amount: '99.0000' });
    await pastAlert(w, w.merchant, {}, 'IGNORE');
    const preview = await execute(w.core, w.caller, previewRule, { conditions: CONTENT.conditions });
    expect(preview).toMatchObject({ open: 2, fits: 1, limited: false, examples: [{ id: fitting.id }] });
  });

  it('says what will be answered, when and by which rule; nothing of answered ones and of other merchants’', async () => {
    const w = await world();
    const { core, caller, merchant } = w;
    const open = await buildAlert(core.db, { merchantId: merchant.id });
    const done = await pastAlert(w, merchant, {}, 'IGNORE');
    const foreign = await buildAlert(core.db, { merchantId: (await buildMerchant(core.db)).id });
    const ids = [open.id, done.id, foreign.id];
    const notices = async () => (await execute(core, caller, ruleNotices, { ids })).records;
    expect(await notices()).toEqual([]);
    const { id } = await w.create();
    await on(w, id);
    expect(await notices()).toEqual([
      {
        id: open.id,
        kind: 'ANSWER',
        ruleId: id,
        ruleName: CONTENT.name,
        action: 'IGNORE',
        reason: CONTENT.reason,
        amount: 19.9,
        currency: 'USD',
        at: '2026-11-23T01:00:00.000Z',
      },
    ]);
    await execute(core, caller, pauseRule, { id });
    expect(await notices()).toMatchObject([{ kind: 'PAUSED', at: null }]);
    const advice = await w.create({ mode: 'SUGGEST', action: 'REFUND', name: 'Advice' });
    await on(w, advice.id, 'Advice');
    expect(await notices()).toMatchObject([{ ruleId: id }]);
    await execute(core, caller, orderRules, { ids: [advice.id, id] });
    expect(await notices()).toMatchObject([{ kind: 'SUGGEST', ruleId: advice.id, action: 'REFUND' }]);
  });
});
