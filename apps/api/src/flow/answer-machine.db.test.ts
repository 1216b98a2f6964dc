import { correctAnswer, expireAlerts, processAlert, sendAgain } from '@forewarn/core/alerts';
import { HOUR, MINUTE } from '@forewarn/core/kernel/time';
import { buildCard, buildMerchant, unique } from '@forewarn/core/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow();
});
afterAll(() => flow.stop());

/** What may happen to an alert, in any order and at any time. */
const STEPS = [
  'answer',
  'correct',
  'again',
  'work',
  'fail:500',
  'fail:429',
  'fail:timeout',
  'fail:drop-after-commit',
  'fail:business',
  'heal',
  'status:ACCEPTED',
  'status:REJECTED',
  'status:EXPIRED',
  'status:CHARGEBACK',
  'expire',
  'minute',
  'hours',
  'later',
] as const;
type Step = (typeof STEPS)[number];
/** What matters most comes more often, so that a few runs reach the narrow places. */
const OFTEN: readonly Step[] = ['answer', 'correct', 'work', 'fail:drop-after-commit', 'minute'];
const anyStep = fc.oneof(fc.constantFrom(...STEPS), fc.constantFrom(...OFTEN));

async function setUp() {
  await flow.healed();
  const merchant = await buildMerchant(flow.db);
  const { descriptor, cardBin } = await buildCard(flow.db, { merchantId: merchant.id });
  const alertId = unique();
  const alertTime = flow.clock.now().toISOString();
  const push = (timeOut?: string) =>
    flow.push({
      alertId,
      descriptor,
      cardBin,
      caid: '',
      amount: 5,
      currency: 'USD',
      alertTime,
      ...(timeOut && { timeOut }),
    });
  await push();
  await flow.work();
  const row = () =>
    flow.db.selectFrom('chargebackAlerts').selectAll().where('alertId', '=', alertId).executeTakeFirstOrThrow();
  const { id } = await row();
  const answers = () =>
    flow.db.selectFrom('alertFeedbacks').selectAll().where('alertRef', '=', id).orderBy('number').execute();
  const quietly = (act: Promise<unknown>) =>
    act.catch((error: { code?: string }) => {
      if (!error.code) throw error;
    });
  const effects = async () => (await flow.answersAtProvider(alertId)).effects;

  async function take(step: Step): Promise<void> {
    const [verb, what] = step.split(':') as [string, string?];
    if (verb === 'answer')
      await quietly(flow.run(merchant.actor, processAlert, { id, action: 'IGNORE', reason: 'first' }));
    if (verb === 'correct')
      await quietly(flow.run(merchant.actor, correctAnswer, { id, action: 'CONFIRM_TRANSACTION', reason: 'second' }));
    if (verb === 'again') await quietly(flow.run(merchant.actor, sendAgain, { id }));
    if (verb === 'work') await flow.work();
    if (verb === 'fail') await flow.fail('provider.feedback', what ?? '', { times: 1, code: 4091 });
    if (verb === 'heal') await flow.healed();
    // The network refuses what it hasn't taken, and accepts what it has: it doesn't contradict itself.
    const taken = (await effects()).length > 0;
    if (verb === 'status' && (what === 'ACCEPTED' ? taken : what !== 'REJECTED' || !taken)) {
      await flow.status({ type: 'ALERT', alertId, status: what });
      await flow.work();
    }
    if (verb === 'expire') await expireAlerts(flow.core, 200);
    if (verb === 'minute') flow.clock.advance(3 * MINUTE);
    if (verb === 'hours') flow.clock.advance(13 * HOUR);
    if (verb === 'later') {
      await push(new Date(flow.clock.now().getTime() + 6 * HOUR).toISOString());
      await flow.work();
    }
  }
  return { take, row, answers, effects };
}
type Row = Awaited<ReturnType<Awaited<ReturnType<typeof setUp>>['row']>>;

function expectLegal(alert: Row, answers: { closedTime: Date | null; sentTime: Date | null }[]): void {
  const { processStatus, feedbackStatus } = alert;
  if (processStatus === 'PENDING') {
    expect(['NONE', 'EXPIRED']).toContain(feedbackStatus);
    expect(answers).toEqual([]);
    expect(alert.needsAnswer).toBe(feedbackStatus === 'NONE' ? 1 : 0);
    return;
  }
  expect(alert.needsAnswer).toBe(0);
  expect(feedbackStatus).not.toBe('NONE');
  expect(answers.length).toBeGreaterThan(0);
  const open = answers.filter(({ closedTime, sentTime }) => closedTime === null && sentTime === null);
  expect(open.length, 'at most one answer waits to be sent').toBeLessThanOrEqual(1);
  expect(
    answers.slice(0, -1).every(({ closedTime }) => closedTime !== null),
    'what was replaced is closed',
  ).toBe(true);
  if (feedbackStatus === 'QUEUED' || feedbackStatus === 'PENDING_RETRY') expect(open).toHaveLength(1);
}

describe('A-362 A-363 A-369 whatever happens to an answer, in any order', () => {
  it('the state is legal, what is accepted stays, and the network never gets two answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 18 }), async (steps) => {
        const { take, row, answers, effects } = await setUp();
        let accepted = false;
        for (const step of steps) {
          await take(step);
          const alert = await row();
          expectLegal(alert, await answers());
          if (accepted) expect(alert.feedbackStatus).toBe('ACCEPTED');
          accepted = alert.feedbackStatus === 'ACCEPTED';
          expect((await effects()).length, `after ${step}`).toBeLessThanOrEqual(1);
        }
        await flow.healed();
        await flow.workFor(26 * HOUR, HOUR);
        await expireAlerts(flow.core, 200);
        expect((await effects()).length).toBeLessThanOrEqual(1);
        const end = await row();
        expect(['ACCEPTED', 'REJECTED', 'EXPIRED'], 'it comes to an end').toContain(end.feedbackStatus);
        expectLegal(end, await answers());
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});
