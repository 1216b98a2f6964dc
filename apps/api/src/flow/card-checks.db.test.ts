import { createCard, listCards, registerCard, removeCard } from '@forewarn/core/cards';
import { DAY, HOUR, MINUTE, SECOND } from '@forewarn/core/kernel/time';
import { getProviderCircuit } from '@forewarn/core/platform';
import { buildMerchant, buildStaff, unique } from '@forewarn/core/testing';
import type { ReceivedRequest } from '@forewarn/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';
import { reconcile } from '../worker/reconcile.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow({ env: { PROVIDER_BREAKER_FAILURES: '3', PROVIDER_BREAKER_OPEN_SECONDS: '30' } });
});
afterEach(() => flow.healed());
afterAll(() => flow.stop());

const row = (id: number) =>
  flow.db.selectFrom('merchantCards').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
async function submitted(prefix = 'ASYNC') {
  const merchant = await buildMerchant(flow.db);
  const fields = { descriptor: `${prefix} ${unique()}`, cardBin: '555555', notifyEmail: `${unique()}@example.test` };
  const card = await flow.run(merchant.actor, createCard, fields);
  await flow.run(merchant.actor, registerCard, { id: card.id });
  await flow.work();
  return { ...merchant, card, fields, cardRef: (await row(card.id)).cardRef };
}
async function calls(cardRef: string) {
  const { requests } = await flow.control<{ requests: ReceivedRequest[] }>('registrations');
  return requests.filter((request) => request.cardRef === cardRef).map(({ call }) => call);
}
/** The provider changes its mind, and the callback that says so gets lost. */
const silently = (cardRef: string, status: string, errorCode?: string) =>
  flow.control('registrations', { cardRef, status, errorCode });
async function check() {
  await reconcile(flow.core);
  await flow.work();
}

describe('A-010 an enrolment in review', () => {
  it('says when its result is to be expected: three working days', async () => {
    const { card } = await submitted();
    const { state, status, expectedLiveTime } = await row(card.id);
    expect([state, status]).toEqual(['IN_REVIEW', 'PENDING']);
    const days = ((expectedLiveTime?.getTime() ?? 0) - flow.clock.now().getTime()) / DAY;
    expect([3, 5]).toContain(days);
    expect([0, 6]).not.toContain(expectedLiveTime?.getUTCDay());
  });

  it.each([
    ['REGISTERED', undefined, { state: 'ACTIVE', failureReason: null }],
    ['FAILED', '4102', { state: 'REJECTED', failureReason: 'GENERIC_DESCRIPTOR' }],
    ['CLOSED', undefined, { state: 'CLOSED' }],
  ])('whose callback (%s) got lost is asked after once its day has passed', async (status, code, expected) => {
    const { card, cardRef } = await submitted();
    await silently(cardRef, status, code);
    await check();
    expect(await calls(cardRef), 'too early').toEqual(['register']);
    flow.clock.advance(6 * DAY);
    await check();
    expect(await row(card.id)).toMatchObject(expected);
    await check();
    expect(await calls(cardRef), 'once').toEqual(['register', 'status']);
  });

  it('still in review: asked again the next day, and overdue for staff to see meanwhile', async () => {
    const { card, cardRef } = await submitted();
    const staff = await buildStaff(flow.db);
    const overdue = async () =>
      (await flow.run(staff.actor, listCards, { trouble: 'OVERDUE', size: 50 })).records.map(({ id }) => id);
    expect(await overdue()).not.toContain(card.id);
    flow.clock.advance(6 * DAY);
    await check();
    await check();
    flow.clock.advance(DAY);
    await check();
    expect(await calls(cardRef)).toEqual(['register', 'status', 'status']);
    expect(await overdue()).toContain(card.id);
    await silently(cardRef, 'REGISTERED');
    flow.clock.advance(DAY);
    await check();
    expect(await overdue()).not.toContain(card.id);
  });

  it('unknown to the provider: submitted again under its reference', async () => {
    const { card, cardRef } = await submitted();
    await silently(cardRef, 'UNKNOWN');
    flow.clock.advance(6 * DAY);
    await check();
    expect(await calls(cardRef)).toEqual(['register', 'status', 'register']);
    expect((await row(card.id)).state).toBe('IN_REVIEW');
    await silently(cardRef, 'CLOSED');
    flow.clock.advance(6 * DAY);
    await check();
    expect((await row(card.id)).state).toBe('CLOSED');
  });

  it('no storm after a long pause: twenty a round', async () => {
    const { id } = await buildMerchant(flow.db);
    const now = flow.clock.now();
    const overdue = Array.from({ length: 25 }, (_, n) => ({
      merchantId: id,
      cardRef: crypto.randomUUID(),
      descriptor: `LATE ${n}`,
      matchDescriptor: `LATE ${n}`,
      cardBin: '411111',
      notifyEmail: 'a@example.test',
      status: 'PENDING' as const,
      state: 'IN_REVIEW' as const,
      submittedTime: now,
      expectedLiveTime: now,
      nextCheckTime: now,
      generation: 1,
      createdTime: now,
      updatedTime: now,
    }));
    await flow.db.insertInto('merchantCards').values(overdue).execute();
    expect([(await reconcile(flow.core)).overdueCards, (await reconcile(flow.core)).overdueCards]).toEqual([20, 5]);
    await flow.db.deleteFrom('outbox').where('topic', '=', 'card.check').where('status', '=', 0).execute();
    await flow.db.deleteFrom('merchantCards').where('merchantId', '=', id).execute();
  });
});

describe('A-346 a closing', () => {
  it('the provider never confirmed is asked after, and done again when it still stands', async () => {
    const { actor, card, cardRef } = await submitted('SHOP');
    await flow.fail('provider.close', 'business', { code: 4999 });
    await flow.run(actor, removeCard, { id: card.id });
    await flow.work();
    expect((await row(card.id)).state).toBe('CLOSING');
    await flow.healed();
    flow.clock.advance(DAY + MINUTE);
    await check();
    expect((await row(card.id)).state).toBe('CLOSED');
    expect(await calls(cardRef)).toEqual(['register', 'close', 'status', 'close']);
  });
});

describe('the first alert', () => {
  it('is noted at its card once', async () => {
    const { card, fields } = await submitted('SHOP');
    expect((await row(card.id)).firstAlertTime).toBeNull();
    await flow.push({ descriptor: fields.descriptor, cardBin: '555555', caid: '' });
    await flow.work();
    const first = flow.clock.now();
    expect((await row(card.id)).firstAlertTime).toEqual(first);
    flow.clock.advance(HOUR);
    await flow.push({ descriptor: fields.descriptor, cardBin: '555555', caid: '' });
    await flow.work();
    expect((await row(card.id)).firstAlertTime).toEqual(first);
  });
});

describe('X-023 the breaker', () => {
  it('opens after three failures, holds calls back without using up their tries, and is closed by one that succeeds', async () => {
    const { actor } = await buildStaff(flow.db);
    const circuit = async () => (await flow.run(actor, getProviderCircuit, {})).state;
    await flow.fail('provider.register', '500');
    const one = await submitted('SHOP');
    flow.clock.advance(5 * SECOND);
    await flow.work();
    flow.clock.advance(30 * SECOND);
    await flow.work();
    expect((await calls(one.cardRef)).length).toBe(3);
    expect(await circuit()).toBe('OPEN');
    const two = await submitted('SHOP');
    expect(await calls(two.cardRef), 'not sent').toEqual([]);
    const effect = await flow.db
      .selectFrom('outbox')
      .selectAll()
      .where('effectKey', '=', `${two.cardRef}:1`)
      .executeTakeFirstOrThrow();
    expect(effect).toMatchObject({ attempts: 0, status: 0 });
    expect((await row(two.card.id)).state).toBe('SUBMITTED');
    await flow.healed();
    await flow.workFor(2 * MINUTE + 10_000);
    expect([(await row(one.card.id)).state, (await row(two.card.id)).state]).toEqual(['ACTIVE', 'ACTIVE']);
    expect(await circuit()).toBe('CLOSED');
  });
});
