import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';

import { createAnswerLink, updateNotificationSettings } from '../notifications/index.ts';
import { buildAlert, buildMerchant, buildUser, testCaller, testCore, unique } from '../testing/index.ts';
import { answerByLink } from './answer-by-link.ts';
import { getAlert } from './get-alert.ts';
import { processAlert } from './process-alert.ts';
import { readAnswerLink } from './read-answer-link.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const REFUND = { action: 'REFUND', reason: 'refunded today', refundAmount: 19.9 };

async function setUp(address?: string, choice: object = {}) {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db);
  const recipient = address ?? merchant.email;
  const owner = testCaller(merchant.actor);
  const save = (change: object) =>
    execute(core, owner, updateNotificationSettings, {
      mainEmail: recipient,
      backupEmails: [],
      window: null,
      urgentPierces: true,
      locale: null,
      timeZone: null,
      answerNeedsSignIn: false,
      reminders: { half: true, late: true, last: true },
      ...change,
    });
  await save(choice);
  const alert = await buildAlert(core.db, { merchantId: merchant.id });
  const expiresTime = new Date('2026-11-23T02:00:00.000Z');
  const link = { alertRef: alert.id, merchantId: merchant.id, recipient, expiresTime };
  const token = await createAnswerLink(core.db, link, core.now());
  const read = () => execute(core, testCaller(), readAnswerLink, { token });
  const answer = (input: object = REFUND) => execute(core, testCaller(), answerByLink, { token, ...input });
  const stateOf = () =>
    core.db
      .selectFrom('chargebackAlerts')
      .select(['processStatus', 'processAction', 'feedbackStatus'])
      .where('id', '=', alert.id)
      .executeTakeFirstOrThrow();
  const audited = () =>
    core.db
      .selectFrom('auditLogs')
      .select(['actorKind', 'actorId', 'actorName', 'detail'])
      .where('action', '=', 'alerts.quickAnswer')
      .where('targetId', '=', String(alert.id))
      .execute();
  return { core, merchant, owner, save, alert, token, read, answer, stateOf, audited };
}

describe('answering from the mail', () => {
  it('shows the alert as often as it is opened, and changes nothing by that', async () => {
    const { alert, read, stateOf } = await setUp();
    for (let i = 0; i < 3; i++)
      expect(await read()).toMatchObject({ alertId: alert.alertId, amount: 19.9, currency: 'USD' });
    expect(await stateOf()).toMatchObject({ processStatus: 'PENDING', feedbackStatus: 'NONE' });
  });

  it('answers once, as the person whose address the mail went to', async () => {
    const { merchant, answer, read, stateOf, audited } = await setUp();
    expect(await answer()).toMatchObject({ action: 'REFUND', refundAmount: 19.9 });
    expect(await stateOf()).toMatchObject({ processAction: 'REFUND', feedbackStatus: 'QUEUED' });
    await expect(answer()).rejects.toMatchObject({ code: 'LINK_USED' });
    await expect(read()).rejects.toMatchObject({ code: 'LINK_USED' });
    expect(await audited()).toMatchObject([{ actorKind: 'merchant', actorId: merchant.userId }]);
  });

  it('an address that is nobody’s answers as the link itself', async () => {
    const { answer, audited, core, alert } = await setUp(`duty-${unique()}@example.test`);
    await answer({ action: 'INVALID_DUPLICATE', reason: 'seen before' });
    const [row] = await audited();
    expect(row).toMatchObject({ actorKind: 'system', actorId: null });
    expect(row?.actorName).toBe('mail-link du***@example.test');
    const feedback = core.db.selectFrom('alertFeedbacks').select('submittedBy').where('alertRef', '=', alert.id);
    expect((await feedback.executeTakeFirstOrThrow()).submittedBy).toBe('system:mail-link du***@example.test');
  });

  it('two at the same moment: one answers, the other is told', async () => {
    const { answer } = await setUp();
    const both = await Promise.allSettled([answer(), answer()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('what the answer itself gets wrong leaves the link as it was', async () => {
    const { answer } = await setUp();
    await expect(answer({ ...REFUND, refundAmount: 100 })).rejects.toMatchObject({ code: 'REFUND_AMOUNT_TOO_HIGH' });
    await expect(answer({ action: 'DISPUTE', reason: 'needs a file' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    await answer();
  });

  it('A-158 A-162 takes the refund’s reference as the signed-in form does: optional, where money went back, at most 100 signs', async () => {
    const { answer, core, alert, owner } = await setUp();
    const wrong = { action: 'CONFIRM_TRANSACTION', reason: 'all is well', refundReference: 'ARN-7' };
    await expect(answer(wrong)).rejects.toMatchObject({ code: 'REFUND_REFERENCE_UNEXPECTED' });
    const long = { ...REFUND, refundReference: 'x'.repeat(101) };
    await expect(answer(long)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await answer({ ...REFUND, refundReference: '  ARN-7  ' });
    const detail = await execute(core, owner, getAlert, { id: alert.id });
    expect(detail.answer).toMatchObject({ action: 'REFUND', refundReference: 'ARN-7' });
  });

  it('A-158 a refund of before the alert may be named too, an empty reference is none', async () => {
    const before = { action: 'INVALID_REFUNDED_BEFORE', reason: 'refunded last week' };
    for (const [refundReference, kept] of [
      ['RF-1', 'RF-1'],
      ['  ', null],
    ] as const) {
      const { answer, core, alert, owner } = await setUp();
      await answer({ ...before, refundReference });
      const detail = await execute(core, owner, getAlert, { id: alert.id });
      expect(detail.answer).toMatchObject({ refundAmount: null, refundReference: kept });
    }
  });

  it('ends with the alert’s deadline', async () => {
    const { core, answer, read } = await setUp();
    core.clock.set('2026-11-23T02:00:00.000Z');
    await expect(read()).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    await expect(answer()).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
  });

  it('an alert that is answered, held or another merchant’s says so', async () => {
    const answered = await setUp();
    await execute(answered.core, answered.owner, processAlert, {
      id: answered.alert.id,
      action: 'IGNORE',
      reason: 'known',
    });
    await expect(answered.answer()).rejects.toMatchObject({ code: 'ALERT_ALREADY_ANSWERED' });
    const moved = await setUp();
    const other = (await buildMerchant(moved.core.db)).id;
    for (const change of [{ holdReason: 'AMBIGUOUS_MERCHANTS' }, { holdReason: null, merchantId: other }]) {
      await moved.core.db.updateTable('chargebackAlerts').set(change).where('id', '=', moved.alert.id).execute();
      await expect(moved.answer()).rejects.toMatchObject({ code: 'ANSWER_LINK_MOVED' });
    }
  });

  it('where the merchant wants sign-in, it leads there', async () => {
    const { answer, alert } = await setUp(undefined, { answerNeedsSignIn: true });
    await expect(answer()).rejects.toMatchObject({ code: 'ANSWER_NEEDS_SIGN_IN', details: { alert: alert.id } });
  });

  it('not for a suspended merchant, a person who may not answer, or an address that was taken out', async () => {
    const suspended = await setUp();
    await suspended.core.db
      .updateTable('merchants')
      .set({ status: 'SUSPENDED' })
      .where('id', '=', suspended.merchant.id)
      .execute();
    await expect(suspended.answer()).rejects.toMatchObject({ code: 'MERCHANT_SUSPENDED' });

    const email = `viewer-${unique()}@example.test`;
    const viewer = await setUp(email);
    await buildUser(viewer.core.db, viewer.merchant.id, { role: 'VIEWER', email });
    await expect(viewer.answer()).rejects.toMatchObject({ code: 'ANSWER_NEEDS_SIGN_IN' });

    const gone = await setUp();
    await gone.save({ mainEmail: `another-${unique()}@example.test` });
    await expect(gone.answer()).rejects.toMatchObject({ code: 'ANSWER_NEEDS_SIGN_IN' });
    expect(await gone.stateOf()).toMatchObject({ processStatus: 'PENDING' });
  });

  it('a made-up token is no link, and the real one is stored as its hash alone', async () => {
    const { core, token } = await setUp();
    const made = execute(core, testCaller(), readAnswerLink, { token: 'A'.repeat(43) });
    await expect(made).rejects.toMatchObject({ code: 'LINK_INVALID' });
    const rows = await core.db.selectFrom('answerLinks').select('tokenHash').execute();
    expect(rows.some(({ tokenHash }) => tokenHash.toString('base64url') === token)).toBe(false);
  });
});
