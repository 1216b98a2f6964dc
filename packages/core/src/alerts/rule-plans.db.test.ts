import { createTestDatabase, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listInbox } from '../inbox/index.ts';
import { commit } from '../kernel/commit.ts';
import type { EffectPayloads } from '../kernel/effects.ts';
import { execute } from '../kernel/execute.ts';
import { after, HOUR } from '../kernel/time.ts';
import { sendMail } from '../notifications/index.ts';
import { backTest, createRule, pauseRule, runRules, switchOnRule } from '../response-rules/index.ts';
import { planAnswers } from '../rule-plans/index.ts';
import { buildAlert, buildMerchant, carryOut, testCaller, testCore } from '../testing/index.ts';
import { queueNotices } from './notify.ts';
import { processAlert } from './process-alert.ts';
import { remindAlert } from './remind.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const ARRIVAL = new Date('2026-11-22T02:00:00.000Z');
const DEADLINE = after(ARRIVAL, 24 * HOUR);
const RULE = {
  name: 'Small & quick',
  conditions: { currency: 'USD', maxAmount: 50 },
  mode: 'ANSWER',
  action: 'REFUND',
  reason: 'refunded as a matter of policy',
  dailyCount: 3,
  dailySum: 100,
};

/** A merchant, with a rule that is on unless there is to be none, and an alert that has just come. */
async function world(rule: object | null = {}, options: object = {}, locale: 'en' | 'zh-CN' = 'en') {
  const core = testCore({ db: database.db });
  core.clock.set(ARRIVAL);
  const merchant = await buildMerchant(core.db, { locale });
  const caller = testCaller(merchant.actor);
  const made = rule && (await execute(core, caller, createRule, { ...RULE, ...rule }));
  if (made) {
    await execute(core, caller, backTest, { id: made.id });
    await execute(core, caller, switchOnRule, { id: made.id, confirm: made.name });
  }
  const alert = await buildAlert(core.db, { merchantId: merchant.id, alertTime: ARRIVAL, ...options });
  const row = await core.db
    .selectFrom('chargebackAlerts')
    .selectAll()
    .where('id', '=', alert.id)
    .executeTakeFirstOrThrow();
  const told = {
    ...row,
    alertRef: alert.id,
    merchantId: merchant.id,
    alert: { ...row, amount: 19_9000n, createdTime: ARRIVAL },
  };
  const arrive = () => commit(core, (tx, emit) => queueNotices({ core, tx, emit }, [told]));
  const mails = (kind: string) =>
    core.db
      .selectFrom('emailMessages')
      .select(['id', 'status'])
      .where('alertRef', '=', alert.id)
      .where('kind', '=', kind)
      .orderBy('id')
      .execute();
  /** Sends the newest mail of the kind; its text. */
  const send = async (kind: string) => {
    const id = (await mails(kind)).at(-1)?.id ?? 0;
    await carryOut(core, sendMail, { emailId: id });
    return core.mails.at(-1)?.text ?? '';
  };
  const inbox = async () => (await execute(core, caller, listInbox, {})).records.map(({ lines }) => lines.join('\n'));
  /** Carries out the newest planned reminder at its time. */
  const step = async () => {
    const next = await core.db
      .selectFrom('outbox')
      .select(['payload', 'nextTime'])
      .where('topic', '=', 'alert.remind')
      .where('effectKey', 'like', `${alert.id}:%`)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    core.clock.set(next.nextTime);
    await carryOut(core, remindAlert, JSON.parse(next.payload) as EffectPayloads['alert.remind']);
  };
  const plan = async () =>
    (await planAnswers(core.db, [{ alertRef: alert.id, merchantId: merchant.id }], core.now())).get(alert.id);
  return { core, merchant, caller, rule: made, alert, arrive, mails, send, inbox, step, plan };
}

describe('an alert that a rule is going to answer', () => {
  it('A-088 says so on arrival, in mail and inbox: which rule, what, when, and how to have it otherwise', async () => {
    const { arrive, send, inbox } = await world();
    await arrive();
    const words =
      'Unless you answer first, your rule “Small & quick” answers “Refund (in full)” at 2026-11-23 09:00 (Asia/Shanghai). To have it otherwise, answer this alert yourself or pause the rule under Rules.';
    expect(await send('alert.new')).toContain(words);
    expect(await inbox()).toEqual([expect.stringContaining(`Automatic answer: ${words}`)]);
  });

  it('in Chinese too, and every reminder repeats it', async () => {
    const { arrive, step, send } = await world({ action: 'IGNORE', dailySum: null }, {}, 'zh-CN');
    await arrive();
    const words = '如果您没有先处理，规则“Small & quick”将于 2026-11-23 09:00 (Asia/Shanghai) 自动处理为“忽略预警”。';
    expect(await send('alert.new')).toContain(words);
    for (let n = 0; n < 3; n += 1) {
      await step();
      expect(await send('alert.reminder')).toContain(words);
    }
  });

  it('what the mail says is so when it leaves: a rule that was paused meanwhile is not promised', async () => {
    const { core, caller, rule, arrive, send, plan } = await world();
    await arrive();
    await execute(core, caller, pauseRule, { id: rule?.id ?? 0 });
    expect(await send('alert.new')).not.toContain('Small & quick');
    expect(await plan()).toBeUndefined();
  });

  it('when the rule has answered, no reminder goes out any more', async () => {
    const { core, arrive, step, mails } = await world({ minutesBefore: 600 });
    await arrive();
    await step();
    expect(await mails('alert.reminder')).toHaveLength(1);
    core.clock.set(after(DEADLINE, -10 * HOUR));
    expect(await runRules(core)).toBe(1);
    await carryOut(core, sendMail, { emailId: (await mails('alert.reminder'))[0]?.id ?? 0 });
    expect(await mails('alert.reminder')).toMatchObject([{ status: 'SUPPRESSED' }]);
    await step();
    expect(await mails('alert.reminder')).toHaveLength(1);
    expect(await mails('rule.answered')).toHaveLength(1);
  });

  it.each([
    ['no rule', null, {}],
    ['a rule that only suggests', { mode: 'SUGGEST' }, {}],
    ['a rule that doesn’t fit', {}, { amount: '50.0100' }],
    ['an alert that is held', {}, { holdReason: 'AMBIGUOUS_MERCHANTS' }],
    ['an alert past its deadline', {}, { alertTime: after(ARRIVAL, -25 * HOUR) }],
  ])('nothing is said of it with %s', async (_, rule, options) => {
    const { plan, arrive, send } = await world(rule, options);
    expect(await plan()).toBeUndefined();
    await arrive();
    expect(await send('alert.new')).not.toMatch(/Unless you answer first|\n\n\n/);
  });

  it('nor when a person has answered', async () => {
    const { core, caller, alert, plan } = await world();
    await execute(core, caller, processAlert, { id: alert.id, action: 'IGNORE', reason: 'known' });
    expect(await plan()).toBeUndefined();
  });

  it('merchants without rules pay with one look for a whole batch, which reads next to nothing', async () => {
    const { core } = await world();
    const others: number[] = [];
    for (let n = 0; n < 40; n += 1) others.push((await buildMerchant(core.db)).id);
    const batch = Array.from({ length: 200 }, (_, index) => ({
      alertRef: index + 1,
      merchantId: others[index % 40] ?? 0,
    }));
    let queries = 0;
    const counted = await rowsRead(core.db, async (db) => {
      const watched = db.withPlugin({
        transformQuery: ({ node }) => {
          queries += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      expect((await planAnswers(watched, batch, core.now())).size).toBe(0);
    });
    expect(queries).toBe(1);
    expect(counted).toBeLessThan(60);
  });
});
