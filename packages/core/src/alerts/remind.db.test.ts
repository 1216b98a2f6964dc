import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../kernel/commit.ts';
import type { EffectPayloads } from '../kernel/effects.ts';
import { execute } from '../kernel/execute.ts';
import { after, HOUR, MINUTE } from '../kernel/time.ts';
import { sendMail, tellDue, updateNotificationSettings } from '../notifications/index.ts';
import { buildAlert, buildMerchant, buildStaff, carryOut, testCaller, testCore, unique } from '../testing/index.ts';
import { processAlert } from './process-alert.ts';
import { remindAlert } from './remind.ts';
import { type ReminderStep, scheduleReminder } from './reminder-steps.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const ARRIVAL = new Date('2026-11-22T02:00:00.000Z');
const DEADLINE = after(ARRIVAL, 24 * HOUR);

async function setUp(reminders = { half: true, late: true, last: true }) {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db, { locale: 'en' });
  const backup = `backup-${unique()}@example.test`;
  await execute(core, testCaller(merchant.actor), updateNotificationSettings, {
    mainEmail: merchant.email,
    backupEmails: [backup],
    window: null,
    urgentPierces: true,
    locale: null,
    timeZone: null,
    answerNeedsSignIn: false,
    reminders,
  });
  const alert = await buildAlert(core.db, { merchantId: merchant.id, alertTime: ARRIVAL });
  const row = { id: alert.id, merchantId: merchant.id, createdTime: ARRIVAL, deadline: DEADLINE };
  await commit(core, async (_tx, emit) => scheduleReminder(emit, row, ARRIVAL));
  const planned = () =>
    core.db
      .selectFrom('outbox')
      .select(['payload', 'nextTime'])
      .where('topic', '=', 'alert.remind')
      .where('effectKey', 'like', `${alert.id}:%`)
      .orderBy('id')
      .execute();
  /** Carries out the newest planned step at its time. */
  const step = async (at?: Date) => {
    const next = (await planned()).at(-1)!;
    core.clock.set(at ?? next.nextTime);
    await carryOut(core, remindAlert, JSON.parse(next.payload) as EffectPayloads['alert.remind']);
  };
  const mails = () =>
    core.db
      .selectFrom('emailMessages')
      .select(['id', 'kind', 'recipient', 'status', 'serverReply'])
      .where('alertRef', '=', alert.id)
      .where('kind', 'in', ['alert.reminder', 'alert.expired'])
      .orderBy('id')
      .execute();
  const send = async () => {
    for (const { id } of (await mails()).filter(({ status }) => status === 'QUEUED'))
      await carryOut(core, sendMail, { emailId: id });
  };
  const steps = async () =>
    (await planned()).map(({ payload }) => (JSON.parse(payload) as { step: ReminderStep }).step);
  return { core, merchant, backup, alert, planned, step, mails, send, steps };
}

describe('the reminder ladder', () => {
  it('to the main address, then to the backups too, then to the operator; each step plans the next', async () => {
    const { core, merchant, backup, step, mails, steps, planned } = await setUp();
    const admin = await buildStaff(core.db);
    await step();
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([merchant.email]);
    await step();
    expect((await mails()).slice(1).map(({ recipient }) => recipient)).toEqual([merchant.email, backup]);
    await step();
    expect(await mails()).toHaveLength(5);
    const due = await core.db.selectFrom('outbox').select('payload').where('topic', '=', 'admin.due').execute();
    for (const { payload } of due) await carryOut(core, tellDue, JSON.parse(payload) as { window: string });
    const told = core.db.selectFrom('emailMessages').select('kind').where('recipient', '=', admin.email).execute();
    expect(new Set((await told).map(({ kind }) => kind))).toEqual(new Set(['admin.due']));
    expect(await steps()).toEqual(['HALF', 'LATE', 'LAST']);
    expect((await planned()).map(({ nextTime }) => (nextTime.getTime() - ARRIVAL.getTime()) / HOUR)).toEqual([
      12, 19.2, 22,
    ]);
  });

  it('a mail says how long is left, by when, in the reader’s zone, and has a link of its own', async () => {
    const { core, step, send } = await setUp();
    await step();
    await send();
    const { subject, text } = core.mails.at(-1)!;
    expect(subject).toBe('12 h left: chargeback alert of 19.90 USD is waiting');
    expect(text).toContain('Answer by: 2026-11-23 10:00 (Asia/Shanghai) (12 h left)');
    expect(text).toMatch(/Answer without signing in .*: https:\/\/merchant\.example\.test\/answer\?token=[\w-]{43}/);
  });

  it('never one for an alert that is answered: not planned on, and not sent when it is in the queue already', async () => {
    const { core, merchant, alert, step, mails, send, steps } = await setUp();
    await step();
    await execute(core, testCaller(merchant.actor), processAlert, { id: alert.id, action: 'IGNORE', reason: 'known' });
    await send();
    expect(await mails()).toMatchObject([{ status: 'SUPPRESSED', serverReply: 'the alert is answered' }]);
    expect(core.mails).toHaveLength(0);
    await step();
    expect(await mails()).toHaveLength(1);
    expect(await steps()).toEqual(['HALF', 'LATE']);
  });

  it.each([
    ['held', { holdReason: 'MERCHANT_SUSPENDED' }],
    ['past its deadline', { deadline: after(ARRIVAL, HOUR) }],
  ])('nor for one that is %s when the mail leaves', async (_case, change) => {
    const { core, alert, step, mails, send } = await setUp();
    await step();
    await core.db.updateTable('chargebackAlerts').set(change).where('id', '=', alert.id).execute();
    await send();
    expect((await mails()).map(({ status }) => status)).toEqual(['SUPPRESSED']);
  });

  it('nor for one that has become another merchant’s', async () => {
    const { core, alert, step, mails, send } = await setUp();
    await step();
    const merchantId = (await buildMerchant(core.db)).id;
    await core.db.updateTable('chargebackAlerts').set({ merchantId }).where('id', '=', alert.id).execute();
    await send();
    await step();
    expect((await mails()).map(({ status }) => status)).toEqual(['SUPPRESSED']);
  });

  it('A-088 within 30 minutes of a mail about the same alert none goes to the same address', async () => {
    const { core, step, mails, send } = await setUp();
    await step();
    await send();
    await step(after(core.now(), 29 * MINUTE));
    await send();
    expect((await mails()).map(({ status }) => status)).toEqual(['SENT', 'SUPPRESSED', 'SENT']);
    await step(after(core.now(), 31 * MINUTE));
    await send();
    expect((await mails()).slice(3).map(({ status }) => status)).toEqual(['SENT', 'SENT']);
  });

  it('a step that is switched off says nothing and plans the next', async () => {
    const { step, mails, steps } = await setUp({ half: false, late: false, last: false });
    await step();
    await step();
    await step();
    expect(await mails()).toEqual([]);
    expect(await steps()).toEqual(['HALF', 'LATE', 'LAST']);
  });

  it('a new deadline: what was reckoned from the old one does nothing', async () => {
    const { core, alert, step, mails, steps } = await setUp();
    const deadline = after(DEADLINE, 5 * HOUR);
    await core.db.updateTable('chargebackAlerts').set({ deadline }).where('id', '=', alert.id).execute();
    await step();
    expect(await mails()).toEqual([]);
    expect(await steps()).toEqual(['HALF']);
  });
});
