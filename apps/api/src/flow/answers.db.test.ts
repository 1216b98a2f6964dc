import { getAlert, processAlert } from '@forewarn/core/alerts';
import { DAY, HOUR, MINUTE, SECOND } from '@forewarn/core/kernel/time';
import { buildCard, buildMerchant, buildStaff, unique } from '@forewarn/core/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow();
});
afterEach(() => flow.healed());
afterAll(() => flow.stop());

/** A matched alert of its own merchant. */
async function setUp(change: object = {}) {
  const merchant = await buildMerchant(flow.db, { locale: 'en' });
  const { descriptor, cardBin } = await buildCard(flow.db, { merchantId: merchant.id });
  const alertId = unique();
  await flow.push({
    alertId,
    descriptor,
    cardBin,
    caid: '',
    amount: 19.9,
    currency: 'USD',
    alertTime: flow.clock.now().toISOString(),
    ...change,
  });
  await flow.work();
  const { id } = await row(alertId);
  const answer = (input: object = {}) =>
    flow.run(merchant.actor, processAlert, { id, action: 'REFUND', refundAmount: 19.9, reason: 'agreed', ...input });
  return { merchant, alertId, id, answer };
}
const row = (alertId: string) =>
  flow.db.selectFrom('chargebackAlerts').selectAll().where('alertId', '=', alertId).executeTakeFirstOrThrow();
const stateOf = async (alertId: string) => (await row(alertId)).feedbackStatus;
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('A-009 A-172 A-173 A-174 an answer', () => {
  it('changes the alert at once, reaches the provider once, is confirmed by mail', async () => {
    const { merchant, alertId, id, answer } = await setUp();
    const detail = await answer({ comments: 'c' });
    expect(detail).toMatchObject({
      processStatus: 'PROCESSED',
      processAction: 'REFUND',
      feedbackStatus: 'QUEUED',
      needsAnswer: false,
    });
    const alert = await row(alertId);
    expect(alert.processTime).toEqual(flow.clock.now());
    expect(JSON.parse(alert.feedbackData ?? '{}')).toMatchObject({
      action: 'REFUND',
      refundAmount: '19.9000',
      currency: 'USD',
      late: false,
    });
    expect((await flow.answersAtProvider(alertId)).requests, 'no network inside').toEqual([]);
    await flow.work();
    const { requests, effects } = await flow.answersAtProvider(alertId);
    expect([requests.length, effects.length]).toEqual([1, 1]);
    expect(effects[0]).toMatchObject({
      merchantNo: 'M-DEMO-0001',
      action: 'REFUND',
      refunded: 'refunded',
      reason: 'agreed',
      refundAmount: 19.9,
      currency: 'USD',
      comments: 'c',
    });
    expect(await stateOf(alertId)).toBe('ACCEPTED');
    const mails = await flow.mails(merchant.email);
    expect(mails.map(({ subject }) => subject)).toContain(`Your answer to alert ${alertId}: Refund`);
    const after = await flow.run(merchant.actor, getAlert, { id });
    expect(after.answer).toMatchObject({
      action: 'REFUND',
      reason: 'agreed',
      refundAmount: 19.9,
      attempts: 1,
      failureReason: null,
    });
    expect(after.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ANSWERED', 'ANSWER_ACCEPTED']));
  });

  it('A-161 ignored', async () => {
    const { alertId, answer } = await setUp();
    expect(await answer({ action: 'IGNORE', refundAmount: null })).toMatchObject({ processStatus: 'IGNORED' });
    await flow.work();
    expect((await flow.answersAtProvider(alertId)).effects).toMatchObject([{ refunded: 'ignore', action: 'IGNORE' }]);
  });

  it('A-363 two at the same moment: one wins, the other is told', async () => {
    const { alertId, answer } = await setUp();
    const outcomes = await Promise.all([
      code(answer()),
      code(answer({ action: 'IGNORE', refundAmount: null })),
      code(answer()),
    ]);
    expect(outcomes.sort()).toEqual(['ALERT_ALREADY_ANSWERED', 'ALERT_ALREADY_ANSWERED', 'done']);
    await flow.work();
    expect((await flow.answersAtProvider(alertId)).requests).toHaveLength(1);
  });

  it.each([
    ['A-167 above the transaction', { refundAmount: 19.91 }, 'REFUND_AMOUNT_TOO_HIGH'],
    ['A-367 without an amount', { refundAmount: undefined }, 'REFUND_AMOUNT_REQUIRED'],
    ['A-367 a dispute without evidence', { action: 'DISPUTE', refundAmount: null }, 'EVIDENCE_REQUIRED'],
    ['A-171 without a reason', { reason: ' ' }, 'VALIDATION_FAILED'],
  ])('%s is refused and changes nothing', async (_, input, expected) => {
    const { alertId, answer } = await setUp();
    expect(await code(answer(input))).toBe(expected);
    expect(await row(alertId)).toMatchObject({ processStatus: 'PENDING', feedbackStatus: 'NONE' });
    await flow.work();
    expect((await flow.answersAtProvider(alertId)).requests).toEqual([]);
  });

  it('another merchant finds no such alert', async () => {
    const { id } = await setUp();
    const stranger = await buildMerchant(flow.db);
    expect(await code(flow.run(stranger.actor, processAlert, { id, action: 'IGNORE', reason: 'mine' }))).toBe(
      'ALERT_NOT_FOUND',
    );
  });
});

describe('A-369 an answer that does not get through at once', () => {
  it.each([
    ['timeout', 1],
    ['reset', 1],
    ['500', 1],
    ['429', 1],
    ['drop-after-commit', 1],
    ['broken-body', 1],
    ['drop-after-commit', 3],
    ['timeout', 3],
  ])('%s, %i times: kept, tried again with the same bytes, one effect', async (mode, times) => {
    const { merchant, alertId, answer } = await setUp();
    await flow.fail('provider.feedback', mode, { times });
    await answer();
    await flow.work();
    expect(await row(alertId)).toMatchObject({
      processStatus: 'PROCESSED',
      processAction: 'REFUND',
      feedbackStatus: 'PENDING_RETRY',
    });
    await flow.workFor(times * 3 * MINUTE, 10 * SECOND);
    const { requests, effects } = await flow.answersAtProvider(alertId);
    expect(requests).toHaveLength(times + 1);
    expect(new Set(requests.map(({ bodySha256 }) => bodySha256)).size).toBe(1);
    expect(new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(effects).toHaveLength(1);
    expect(await stateOf(alertId)).toBe('ACCEPTED');
    expect(await flow.mails(merchant.email), 'alert and confirmation, no alarm').toHaveLength(2);
  });

  it('the provider’s no is final, and merchant and admins are told', async () => {
    const { merchant, alertId, answer } = await setUp();
    const admin = await buildStaff(flow.db);
    await flow.fail('provider.feedback', 'business', { code: 4091 });
    await answer();
    await flow.workFor(10 * MINUTE, 30 * SECOND);
    expect((await flow.answersAtProvider(alertId)).requests).toHaveLength(1);
    expect(await stateOf(alertId)).toBe('REJECTED');
    expect((await flow.mails(merchant.email)).at(-1)?.subject).toBe(
      `The answer to alert ${alertId} could not be delivered`,
    );
    expect(await flow.mails(admin.email)).toHaveLength(1);
  });

  it('never reachable: tried until the deadline, people are told before it, and then it is EXPIRED', async () => {
    const { merchant, alertId, answer } = await setUp();
    await flow.fail('provider.feedback', '500');
    await answer();
    await flow.workFor(HOUR, 5 * MINUTE);
    expect(await stateOf(alertId)).toBe('PENDING_RETRY');
    const told = (await flow.mails(merchant.email)).filter(({ text }) => text.includes('not delivered yet'));
    expect(told).toHaveLength(1);
    await flow.workFor(DAY, 30 * MINUTE);
    expect(await stateOf(alertId)).toBe('EXPIRED');
    const { requests, effects } = await flow.answersAtProvider(alertId);
    expect(effects).toEqual([]);
    const lastTry = new Date(requests.at(-1)?.at ?? 0).getTime();
    const { deadline } = await row(alertId);
    expect(lastTry).toBeLessThanOrEqual(deadline.getTime() + 30 * MINUTE);
    expect(lastTry).toBeGreaterThan(deadline.getTime() - 3 * HOUR);
    expect((await flow.mails(merchant.email)).filter(({ text }) => text.includes('before the deadline'))).toHaveLength(
      1,
    );
  });

  it('without credentials it waits; once they are entered it goes', async () => {
    const bare = await setUp();
    const { core, db } = flow;
    const kept = await db.selectFrom('providerCredentials').selectAll().where('kind', '=', 'MERCHANT_NO').execute();
    await db.deleteFrom('providerCredentials').where('kind', '=', 'MERCHANT_NO').execute();
    flow.clock.advance(10 * SECOND);
    await bare.answer();
    await flow.work();
    expect(await stateOf(bare.alertId)).toBe('PENDING_RETRY');
    for (const one of kept) await db.insertInto('providerCredentials').values(one).execute();
    await flow.workFor(MINUTE);
    expect(await stateOf(bare.alertId)).toBe('ACCEPTED');
    expect(core.logs.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('A-010 status callbacks about an answer', () => {
  it.each(['ACCEPTED', 'REJECTED', 'EXPIRED'])(
    '%s while the outcome is unknown: nothing is sent again',
    async (status) => {
      const { alertId, answer } = await setUp();
      await flow.fail('provider.feedback', 'timeout');
      await answer();
      await flow.work();
      expect((await flow.status({ type: 'ALERT', alertId, status })).status).toBe(200);
      await flow.healed();
      await flow.workFor(10 * MINUTE, 30 * SECOND);
      expect(await stateOf(alertId)).toBe(status);
      expect((await flow.answersAtProvider(alertId)).requests).toHaveLength(1);
    },
  );

  it('a late no is told to people as well', async () => {
    const { merchant, alertId, answer } = await setUp();
    await flow.fail('provider.feedback', 'timeout', { times: 1 });
    await answer();
    await flow.work();
    await flow.status({ type: 'ALERT', alertId, status: 'REJECTED', errorCode: '4091' });
    await flow.work();
    expect(await stateOf(alertId)).toBe('REJECTED');
    expect((await flow.mails(merchant.email)).at(-1)?.subject).toBe(
      `The answer to alert ${alertId} could not be delivered`,
    );
  });

  it('twice, and after the answer was accepted: nothing changes', async () => {
    const { alertId, answer } = await setUp();
    await answer();
    await flow.work();
    for (const status of ['ACCEPTED', 'ACCEPTED', 'REJECTED', 'EXPIRED'])
      await flow.status({ type: 'ALERT', alertId, status });
    await flow.work();
    expect(await stateOf(alertId)).toBe('ACCEPTED');
  });

  it('before its alert: it waits for it', async () => {
    const alertId = unique();
    await flow.status({ type: 'ALERT', alertId, status: 'CANCELLED' });
    await flow.workFor(MINUTE);
    await flow.push({ alertId, descriptor: unique() });
    await flow.workFor(5 * MINUTE);
    expect(await row(alertId)).toMatchObject({ outcome: 'CANCELLED', feedbackStatus: 'NONE' });
  });

  it('for an alert that never comes it is set aside after three days, visible to admins', async () => {
    const alertId = unique();
    await flow.status({ type: 'ALERT', alertId, status: 'CANCELLED', eventId: alertId });
    await flow.workFor(3 * DAY + 6 * HOUR, 3 * HOUR);
    const [delivery] = await flow.db
      .selectFrom('providerDeliveries')
      .selectAll()
      .where('dedupKey', '=', Buffer.from(alertId))
      .execute();
    expect(delivery).toMatchObject({ status: 2, lastError: `no alert ${alertId}` });
  });

  it.each(['PREVENTED', 'CHARGEBACK'])('%s is the dispute’s outcome, the answer’s state stays', async (status) => {
    const { alertId, answer } = await setUp();
    await answer();
    await flow.work();
    await flow.status({ type: 'ALERT', alertId, status });
    await flow.work();
    expect(await row(alertId)).toMatchObject({ outcome: status, feedbackStatus: 'ACCEPTED' });
  });

  it('out of order: the later outcome stays, the answer’s acceptance is not lost', async () => {
    const { alertId, answer } = await setUp();
    await flow.fail('provider.feedback', 'timeout', { times: 1 });
    await answer();
    await flow.work();
    const at = (seconds: number) => new Date(flow.clock.now().getTime() + seconds * SECOND).toISOString();
    await flow.status({ type: 'ALERT', alertId, status: 'CHARGEBACK', time: at(30) });
    await flow.work();
    await flow.status({ type: 'ALERT', alertId, status: 'PREVENTED', time: at(20) });
    await flow.status({ type: 'ALERT', alertId, status: 'ACCEPTED', time: at(10) });
    await flow.work();
    expect(await row(alertId)).toMatchObject({ outcome: 'CHARGEBACK', feedbackStatus: 'ACCEPTED' });
  });
});
