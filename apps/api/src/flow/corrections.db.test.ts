import {
  correctAnswer,
  expireAlerts,
  getAlert,
  processAlert,
  removeEvidence,
  sendAgain,
  uploadEvidence,
} from '@forewarn/core/alerts';
import { DAY, HOUR, MINUTE, SECOND } from '@forewarn/core/kernel/time';
import { buildCard, buildMerchant, buildStaff, unique } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow();
});
afterEach(() => flow.healed());
afterAll(() => flow.stop());

/** A matched alert of its own merchant, and what can be done to it. */
async function setUp() {
  const merchant = await buildMerchant(flow.db, { locale: 'en' });
  const { descriptor, cardBin } = await buildCard(flow.db, { merchantId: merchant.id });
  const alertId = unique();
  const push = (change: object = {}) =>
    flow.push({ alertId, descriptor, cardBin, caid: '', amount: 19.9, currency: 'USD', alertTime, ...change });
  const alertTime = flow.clock.now().toISOString();
  await push();
  await flow.work();
  const row = () =>
    flow.db.selectFrom('chargebackAlerts').selectAll().where('alertId', '=', alertId).executeTakeFirstOrThrow();
  const { id } = await row();
  const refund = { id, action: 'REFUND', refundAmount: 19.9, refundReference: 'ARN-1', reason: 'agreed' };
  return {
    merchant,
    alertId,
    id,
    row,
    push,
    state: async () => (await row()).feedbackStatus,
    view: () => flow.run(merchant.actor, getAlert, { id }),
    answer: (input: object = {}) => flow.run(merchant.actor, processAlert, { ...refund, ...input }),
    correct: (input: object = {}, actor: Parameters<typeof flow.run>[0] = merchant.actor) =>
      flow.run(actor, correctAnswer, { id, action: 'IGNORE', reason: 'on second thoughts', ...input }),
    again: (actor: Parameters<typeof flow.run>[0] = merchant.actor) => flow.run(actor, sendAgain, { id }),
    upload: () => flow.run(merchant.actor, uploadEvidence, { id, fileName: 'proof.pdf', bytes: pdf(unique()) }),
    remove: (evidenceId: string) => flow.run(merchant.actor, removeEvidence, { id, evidenceId }),
    files: () =>
      flow.db
        .selectFrom('alertEvidence')
        .select(['id', 'feedbackId'])
        .where('alertRef', '=', id)
        .orderBy('id')
        .execute(),
  };
}
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('A-363 an answer is corrected while it can’t have arrived', () => {
  it('before it is sent: the second takes its place, the first never goes out', async () => {
    const { alertId, answer, correct, view, merchant } = await setUp();
    expect((await answer()).answer).toMatchObject({ number: 1, correctable: true, refundReference: 'ARN-1' });
    expect(await correct()).toMatchObject({
      processStatus: 'IGNORED',
      processAction: 'IGNORE',
      feedbackStatus: 'QUEUED',
    });
    await flow.workFor(5 * MINUTE);
    const { requests, effects } = await flow.answersAtProvider(alertId);
    expect([requests.length, effects.map(({ action }) => action)]).toEqual([1, ['IGNORE']]);
    const after = await view();
    expect(after).toMatchObject({ feedbackStatus: 'ACCEPTED', answer: { number: 2, correctable: false } });
    expect(after.answer?.former).toMatchObject([{ number: 1, action: 'REFUND', failureReason: 'SUPERSEDED' }]);
    expect(after.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ANSWERED', 'CORRECTED']));
    const subjects = (await flow.mails(merchant.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('Your answer'))).toHaveLength(2);
  });

  it('after tries that certainly failed', async () => {
    const { alertId, answer, correct, state } = await setUp();
    await flow.fail('provider.feedback', '500');
    await answer();
    await flow.work();
    expect(await state()).toBe('PENDING_RETRY');
    const known = await code(correct());
    // Whether a 500 is known to have had no effect is the adapter's business; what isn't known may not be replaced.
    await flow.healed();
    await flow.workFor(10 * MINUTE, 10 * SECOND);
    const { effects } = await flow.answersAtProvider(alertId);
    expect(effects).toHaveLength(1);
    expect(effects[0]).toMatchObject({ action: known === 'done' ? 'IGNORE' : 'REFUND' });
  });

  it('refused upstream: another answer is sent, after the deadline too, and marked late', async () => {
    const { alertId, answer, correct, state, view } = await setUp();
    await flow.fail('provider.feedback', 'business', { code: 4091, times: 1 });
    await answer();
    await flow.work();
    expect(await state()).toBe('REJECTED');
    expect((await view()).answer).toMatchObject({ correctable: true, resendable: false });
    flow.clock.advance(DAY + HOUR);
    expect((await correct({ action: 'REFUND', refundAmount: 10 })).answer).toMatchObject({ number: 2, late: true });
    await flow.work();
    expect(await state()).toBe('ACCEPTED');
    expect((await flow.answersAtProvider(alertId)).effects).toMatchObject([{ refundAmount: 10 }]);
  });

  it('a refusal that is reported once more doesn’t close the correction', async () => {
    const { alertId, answer, correct, state } = await setUp();
    await flow.fail('provider.feedback', 'business', { code: 4091, times: 1 });
    await answer();
    await flow.work();
    const refused = flow.clock.now().toISOString();
    flow.clock.advance(MINUTE);
    await correct();
    await flow.status({ type: 'ALERT', alertId, status: 'REJECTED', errorCode: '4091', time: refused });
    await flow.work();
    expect(await state()).toBe('ACCEPTED');
  });
});

describe('A-159 A-363 an answer that waits to be sent becomes a dispute', () => {
  it('takes files at once, shows them, lets one go again, and is sent with what it names', async () => {
    const { alertId, answer, correct, upload, remove, view } = await setUp();
    await answer();
    const kept = await upload();
    flow.clock.advance(1);
    const dropped = await upload();
    expect((await view()).evidenceFiles).toMatchObject([
      { id: kept.id, answered: false },
      { id: dropped.id, answered: false },
    ]);
    await remove(dropped.id);
    await correct({ action: 'DISPUTE', evidence: [kept.id] });
    expect((await view()).evidenceFiles).toMatchObject([{ id: kept.id, answered: true }]);
    expect(await code(remove(kept.id))).toBe('ALERT_ALREADY_ANSWERED');
    await flow.work();
    expect((await flow.answersAtProvider(alertId)).effects).toMatchObject([{ action: 'DISPUTE', evidence: [kept.id] }]);
    expect(await code(upload())).toBe('ALERT_ALREADY_ANSWERED');
  });

  it('while a try is under way no file is taken, and one that was taken just before is part of nothing', async () => {
    const { alertId, answer, correct, upload, files, view } = await setUp();
    await flow.fail('provider.feedback', 'slow', { times: 1, latencyMs: 500 });
    await answer();
    const { id: early } = await upload();
    const working = flow.work();
    await expect.poll(async () => (await flow.answersAtProvider(alertId)).requests.length).toBe(1);
    expect(await code(upload())).toBe('ANSWER_UNDER_WAY');
    expect(await code(correct({ action: 'DISPUTE', evidence: [early] }))).toBe('ANSWER_UNDER_WAY');
    await working;
    expect((await flow.answersAtProvider(alertId)).effects).toMatchObject([{ action: 'REFUND' }]);
    expect(await files()).toEqual([{ id: early, feedbackId: null }]);
    expect((await view()).evidenceFiles).toEqual([]);
  });

  it('whatever the lane does at that very moment: the dispute with its file arrives, or the first answer, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { alertId, answer, correct, upload, files, view } = await setUp();
      await answer();
      const change = async () => {
        const uploaded = await upload().catch(() => undefined);
        const evidence = uploaded ? [uploaded.id] : [];
        return { outcome: await code(correct({ action: 'DISPUTE', evidence })), evidence };
      };
      // Every second time the file is there already, so that both orders come to pass.
      const before = round % 2 === 0 ? await upload() : undefined;
      const [{ outcome, evidence }] = await Promise.all([
        before
          ? code(correct({ action: 'DISPUTE', evidence: [before.id] })).then((one) => ({
              outcome: one,
              evidence: [before.id],
            }))
          : change(),
        flow.work(),
      ]);
      await flow.workFor(5 * MINUTE);
      const { effects } = await flow.answersAtProvider(alertId);
      const { answer: last, feedbackStatus } = await view();
      const given = last?.action;
      expect(effects).toMatchObject(
        outcome === 'done' ? [{ action: 'DISPUTE', evidence }] : [{ action: 'REFUND', refunded: 'refunded' }],
      );
      expect([effects.length, given, feedbackStatus]).toEqual([1, effects[0]?.action, 'ACCEPTED']);
      const attached = (await files()).filter(({ feedbackId }) => feedbackId !== null).map(({ id }) => id);
      expect(attached).toEqual(outcome === 'done' ? evidence : []);
      if (outcome !== 'done') expect(['ANSWER_UNDER_WAY', 'ANSWER_FINAL', 'EVIDENCE_REQUIRED']).toContain(outcome);
    }
  });
});

describe('A-363 afterwards a clear no', () => {
  it('accepted: final', async () => {
    const { answer, correct, again, state } = await setUp();
    await answer();
    await flow.work();
    expect(await state()).toBe('ACCEPTED');
    expect([await code(correct()), await code(again())]).toEqual(['ANSWER_FINAL', 'ANSWER_FINAL']);
  });

  it('not answered yet: there is nothing to correct', async () => {
    const { correct, again } = await setUp();
    expect([await code(correct()), await code(again())]).toEqual(['ANSWER_NOT_GIVEN', 'ANSWER_NOT_GIVEN']);
  });

  it.each(['timeout', 'drop-after-commit', 'reset'])('%s: the outcome isn’t known, so it stays', async (mode) => {
    const { alertId, answer, correct, state } = await setUp();
    await flow.fail('provider.feedback', mode, { times: 1 });
    await answer();
    await flow.work();
    expect(await code(correct())).toBe('ANSWER_UNDER_WAY');
    await flow.workFor(5 * MINUTE, 10 * SECOND);
    expect(await state()).toBe('ACCEPTED');
    expect((await flow.answersAtProvider(alertId)).effects).toMatchObject([{ action: 'REFUND' }]);
  });

  it('while a worker is sending it: refused at once, and the first is what arrives', async () => {
    const { alertId, answer, correct, state } = await setUp();
    await flow.fail('provider.feedback', 'slow', { times: 1, latencyMs: 500 });
    await answer();
    const working = flow.work();
    await expect.poll(async () => (await flow.answersAtProvider(alertId)).requests.length).toBe(1);
    expect(await code(correct())).toBe('ANSWER_UNDER_WAY');
    await working;
    expect(await state()).toBe('ACCEPTED');
    expect((await flow.answersAtProvider(alertId)).effects).toMatchObject([{ action: 'REFUND' }]);
  });

  it('a worker that died after its claim: not before somebody has looked', async () => {
    const { id, alertId, answer, correct } = await setUp();
    await answer();
    const feedback = await flow.db
      .selectFrom('alertFeedbacks')
      .select('id')
      .where('alertRef', '=', id)
      .executeTakeFirst();
    const key = `answer:${feedback?.id}`;
    const outbox = flow.db.updateTable('outbox').where('topic', '=', 'alert.answer').where('effectKey', '=', key);
    const nextTime = new Date(flow.clock.now().getTime() + 45 * SECOND);
    await outbox.set({ leaseToken: 'died', attempts: 1, nextTime }).execute();
    const { id: outboxId } = await flow.db
      .selectFrom('outbox')
      .select('id')
      .where('effectKey', '=', key)
      .executeTakeFirstOrThrow();
    await flow.db.insertInto('effectAttempts').values({ outboxId, number: 1, startedTime: flow.clock.now() }).execute();
    expect(await code(correct())).toBe('ANSWER_UNDER_WAY');
    await flow.workFor(2 * MINUTE);
    expect((await flow.answersAtProvider(alertId)).effects).toHaveLength(1);
    expect(await code(correct())).toBe('ANSWER_FINAL');
  });

  it('two corrections and the worker at the same moment: one answer arrives', async () => {
    const { alertId, answer, correct, view } = await setUp();
    await answer();
    await Promise.all([code(correct()), code(correct({ action: 'CONFIRM_TRANSACTION' })), flow.work()]);
    await flow.workFor(5 * MINUTE);
    expect((await flow.answersAtProvider(alertId)).effects).toHaveLength(1);
    const { answer: last } = await view();
    expect((await flow.answersAtProvider(alertId)).effects).toMatchObject([{ action: last?.action }]);
  });

  it('another merchant finds no such alert', async () => {
    const { answer, correct, again } = await setUp();
    await answer();
    const { actor } = await buildMerchant(flow.db);
    expect([await code(correct({}, actor)), await code(again(actor))]).toEqual(['ALERT_NOT_FOUND', 'ALERT_NOT_FOUND']);
  });
});

describe('A-369 an answer that ran out of time', () => {
  it.each(['merchant', 'staff'])('is sent again by the %s: the same bytes, under the same key', async (who) => {
    const { merchant, alertId, answer, again, state, view } = await setUp();
    await flow.fail('provider.feedback', '500');
    await answer();
    await flow.workFor(DAY + HOUR, 30 * MINUTE);
    expect(await state()).toBe('EXPIRED');
    expect((await view()).answer?.resendable).toBe(true);
    await flow.healed();
    const actor = who === 'staff' ? (await buildStaff(flow.db)).actor : merchant.actor;
    expect(await again(actor)).toMatchObject({ feedbackStatus: 'QUEUED' });
    await flow.work();
    expect(await state()).toBe('ACCEPTED');
    const { requests, effects } = await flow.answersAtProvider(alertId);
    expect(effects).toHaveLength(1);
    expect(new Set(requests.map(({ bodySha256 }) => bodySha256)).size).toBe(1);
    expect((await view()).timeline.map(({ kind }) => kind)).toContain('SENT_AGAIN');
  });

  it('it had arrived and nobody knew: sending it again makes no second one', async () => {
    const { alertId, answer, correct, again, state } = await setUp();
    await flow.fail('provider.feedback', 'drop-after-commit');
    await answer();
    await flow.workFor(DAY + HOUR, 30 * MINUTE);
    expect(await state()).toBe('EXPIRED');
    expect(await code(correct())).toBe('ANSWER_UNDER_WAY');
    await flow.healed();
    await again();
    await flow.work();
    expect(await state()).toBe('ACCEPTED');
    expect((await flow.answersAtProvider(alertId)).effects).toHaveLength(1);
  });
});

describe('A-158 the refund’s reference', () => {
  it('goes upstream in front of the comments', async () => {
    const { alertId, answer } = await setUp();
    await answer({ comments: 'see you' });
    await flow.work();
    expect((await flow.answersAtProvider(alertId)).effects).toMatchObject([
      { comments: 'Refund reference: ARN-1\nsee you' },
    ]);
  });

  it('belongs to money that went back', async () => {
    const { answer } = await setUp();
    expect(await code(answer({ action: 'IGNORE', refundAmount: null }))).toBe('REFUND_REFERENCE_UNEXPECTED');
  });
});

describe('A-362 the deadline that moves', () => {
  it('an update that moves it into the future opens the alert again, with reminders of its own', async () => {
    const { id, push, row, view } = await setUp();
    await flow.workFor(DAY, HOUR);
    await expireAlerts(flow.core, 200);
    expect(await row()).toMatchObject({ feedbackStatus: 'EXPIRED', needsAnswer: 0 });
    const timeOut = new Date(flow.clock.now().getTime() + DAY).toISOString();
    await push({ timeOut });
    await flow.work();
    expect(await row()).toMatchObject({ feedbackStatus: 'NONE', needsAnswer: 1, deadline: new Date(timeOut) });
    expect((await view()).timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['EXPIRED', 'REOPENED']));
    const planned = await flow.db
      .selectFrom('outbox')
      .select('effectKey')
      .where('topic', '=', 'alert.remind')
      .where('effectKey', 'like', `${id}:%:${new Date(timeOut).getTime()}:%`)
      .execute();
    expect(planned).toHaveLength(1);
    flow.clock.advance(DAY);
    await expireAlerts(flow.core, 200);
    expect((await row()).feedbackStatus).toBe('EXPIRED');
  });

  it('the network’s own EXPIRED does the same as ours, once', async () => {
    const { alertId, merchant, row, view, answer, state } = await setUp();
    await flow.status({ type: 'ALERT', alertId, status: 'EXPIRED' });
    await flow.work();
    flow.clock.advance(DAY);
    await expireAlerts(flow.core, 200);
    await flow.work();
    expect(await row()).toMatchObject({ feedbackStatus: 'EXPIRED', needsAnswer: 0 });
    expect((await view()).timeline.filter(({ kind }) => kind === 'EXPIRED')).toHaveLength(1);
    const expired = await flow.db
      .selectFrom('emailMessages')
      .select('id')
      .where('recipient', '=', merchant.email)
      .where('kind', '=', 'alert.expired')
      .execute();
    expect(expired).toHaveLength(1);
    await answer();
    await flow.work();
    expect(await state()).toBe('ACCEPTED');
  });
});
