import { createCard, listCards, registerCard, removeCard, updateCard } from '@forewarn/core/cards';
import { MINUTE } from '@forewarn/core/kernel/time';
import { buildMerchant, unique } from '@forewarn/core/testing';
import type { EnrolmentEffect, ReceivedRequest } from '@forewarn/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow();
});
afterEach(() => flow.healed());
afterAll(() => flow.stop());

async function setUp(descriptor = `SHOP ${unique().toUpperCase()}`) {
  const merchant = await buildMerchant(flow.db, { locale: 'en' });
  const fields = { descriptor, cardBin: '555555', caid: 'C1', notifyEmail: `${unique()}@example.test` };
  const card = await flow.run(merchant.actor, createCard, fields);
  const register = () => flow.run(merchant.actor, registerCard, { id: card.id });
  return { merchant, card, fields, register };
}
const row = (id: number) =>
  flow.db.selectFrom('merchantCards').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
async function atProvider(id: number) {
  const { cardRef } = await row(id);
  const all = await flow.control<{ requests: ReceivedRequest[]; effects: EnrolmentEffect[] }>('registrations');
  return {
    cardRef,
    requests: all.requests.filter((request) => request.cardRef === cardRef),
    effects: all.effects.filter((effect) => effect.cardRef === cardRef),
  };
}
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('A-007 A-076…A-079 A-081 enrolling a card', () => {
  it('A-075 nothing is sent before it is submitted', async () => {
    const { card } = await setUp();
    await flow.work();
    expect(card).toMatchObject({ status: 'PENDING', submittedTime: null });
    expect((await atProvider(card.id)).requests).toEqual([]);
  });

  it('one call with everything the provider needs, REGISTERED, told by mail', async () => {
    const { card, fields, register } = await setUp();
    expect(await register()).toMatchObject({ status: 'PENDING', submittedTime: flow.clock.now().toISOString() });
    await flow.work();
    const { requests, effects } = await atProvider(card.id);
    expect([requests.length, effects.length]).toEqual([1, 1]);
    expect(requests[0]?.body).toMatchObject({
      merchantNo: 'M-DEMO-0001',
      descriptor: fields.descriptor,
      cardBin: '555555',
      caid: 'C1',
    });
    expect(JSON.stringify(requests[0]), 'A-077 the key signs, it does not travel').not.toContain('demo-sign-key');
    expect(await row(card.id)).toMatchObject({ status: 'REGISTERED', registerTime: flow.clock.now() });
    const mails = await flow.mails(fields.notifyEmail);
    expect(mails.map(({ subject }) => subject)).toEqual([`Enrolment succeeded: ${fields.descriptor}`]);
  });

  it('submitted again while on its way, and once enrolled: no second call', async () => {
    const { card, register } = await setUp();
    await Promise.all([register(), register(), register()]);
    await flow.work();
    expect(await register()).toMatchObject({ status: 'REGISTERED' });
    await flow.work();
    expect((await atProvider(card.id)).requests).toHaveLength(1);
  });
});

it('A-081 many results at once are told together: three one by one, then one mail for all of the window', async () => {
  const merchant = await buildMerchant(flow.db, { locale: 'en' });
  const notifyEmail = `${unique()}@example.test`;
  const mark = unique().toUpperCase();
  const cards = [];
  for (let n = 0; n < 12; n++) {
    // The sandbox refuses a descriptor that says so.
    const descriptor = n === 11 ? `GENERIC ${mark}` : `MANY ${mark} ${n}`;
    cards.push(await flow.run(merchant.actor, createCard, { descriptor, cardBin: '555555', notifyEmail }));
  }
  for (const { id } of cards) await flow.run(merchant.actor, registerCard, { id });
  await flow.work();
  const subjects = async () => (await flow.mails(notifyEmail)).map(({ subject }) => subject);
  expect(await subjects()).toHaveLength(3);
  flow.clock.advance(10 * MINUTE);
  await flow.work();
  const told = await flow.mails(merchant.email);
  const summaries = told.filter(({ subject }) => subject === 'Enrolments: 11 succeeded, 1 failed');
  expect(summaries).toHaveLength(1);
  expect(summaries[0]?.text).toContain(`GENERIC ${mark}: The descriptor is too generic`);
  flow.clock.advance(20 * MINUTE);
  await flow.work();
  expect((await flow.mails(merchant.email)).length).toBe(told.length);
});

describe('A-080 A-084 what the provider refuses', () => {
  it.each([
    ['ENROLLED-ELSEWHERE', 'ENROLLED_ELSEWHERE', 'enrolled with another service'],
    ['GENERIC', 'GENERIC_DESCRIPTOR', 'too generic'],
    ['INVALID', 'INVALID_DESCRIPTOR', 'not valid'],
    ['VERIFY', 'VERIFICATION_NEEDED', 'has to be verified'],
  ])('%s: FAILED at once, in words of ours, no retry', async (prefix, reason, words) => {
    const { card, fields, register } = await setUp(`${prefix} ${unique()}`);
    await register();
    await flow.workFor(10 * MINUTE, 30_000);
    expect(await row(card.id)).toMatchObject({ status: 'FAILED', failureReason: reason, registerTime: null });
    expect((await atProvider(card.id)).requests).toHaveLength(1);
    const [mail] = await flow.mails(fields.notifyEmail);
    expect(mail?.text).toContain(words);
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/tradefensor|\b41\d\d\b|another merchant/i);
  });

  it('A-083 A-084 it can be submitted again, and then succeeds', async () => {
    const { card, register } = await setUp();
    await flow.fail('provider.register', 'business', { code: 4999, times: 1 });
    await register();
    await flow.work();
    expect(await row(card.id)).toMatchObject({ status: 'FAILED', failureReason: 'REFUSED' });
    await register();
    await flow.work();
    expect(await row(card.id)).toMatchObject({ status: 'REGISTERED', failureReason: null });
  });
});

describe('A-082 A-374 the provider does not answer', () => {
  it.each(['timeout', 'reset', '500', '429'])(
    '%s for ever: once and three times more, then FAILED and told',
    async (mode) => {
      const { card, fields, register } = await setUp();
      await flow.fail('provider.register', mode);
      await register();
      await flow.workFor(5 * MINUTE, 10_000);
      const { requests } = await atProvider(card.id);
      expect(requests).toHaveLength(4);
      const times = requests.map(({ at }) => new Date(at).getTime());
      expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual([10_000, 30_000, 120_000]);
      expect(await row(card.id)).toMatchObject({ status: 'FAILED', failureReason: 'UNREACHABLE' });
      expect((await flow.mails(fields.notifyEmail)).map(({ subject }) => subject)).toEqual([
        `Enrolment failed: ${fields.descriptor}`,
      ]);
      const calls = await flow.db
        .selectFrom('interfaceCalls')
        .selectAll()
        .where('subject', '=', `card:${card.id}`)
        .orderBy('id')
        .execute();
      expect(
        calls.map(({ attempt, direction }) => [attempt, direction]),
        'A-083 the failure log',
      ).toEqual([1, 2, 3, 4].map((n) => [n, 'OUT']));
    },
  );

  it.each(['timeout', 'drop-after-commit', 'broken-body', '500'])(
    '%s once: enrolled at the second try, one effect',
    async (mode) => {
      const { card, register } = await setUp();
      await flow.fail('provider.register', mode, { times: 1 });
      await register();
      await flow.workFor(MINUTE);
      const { requests, effects } = await atProvider(card.id);
      expect([requests.length, effects.length]).toEqual([2, 1]);
      expect(await row(card.id)).toMatchObject({ status: 'REGISTERED' });
    },
  );

  it('given up, but the provider had it: its callback is believed, even with a clock behind ours', async () => {
    const { card, register } = await setUp();
    await flow.fail('provider.register', 'drop-after-commit');
    await register();
    await flow.workFor(10 * MINUTE, 30_000);
    expect((await row(card.id)).status).toBe('FAILED');
    const { cardRef } = await row(card.id);
    const time = new Date(flow.clock.now().getTime() - 9 * MINUTE).toISOString();
    await flow.status({ type: 'ENROLMENT', cardRef, status: 'REGISTERED', time });
    await flow.work();
    expect((await row(card.id)).status).toBe('REGISTERED');
  });
});

describe('A-010 results that come by callback', () => {
  it.each(['REGISTERED', 'FAILED', 'CLOSED'])('PENDING, then %s; the same again mails nothing', async (status) => {
    const { card, fields, register } = await setUp(`ASYNC ${unique()}`);
    await register();
    await flow.work();
    const { cardRef } = await row(card.id);
    expect((await row(card.id)).status).toBe('PENDING');
    await flow.status({ type: 'ENROLMENT', cardRef, status, errorCode: '4102' });
    await flow.work();
    expect((await row(card.id)).status).toBe(status);
    await flow.status({ type: 'ENROLMENT', cardRef, status, errorCode: '4102' });
    await flow.work();
    expect(await flow.mails(fields.notifyEmail)).toHaveLength(status === 'CLOSED' ? 0 : 1);
  });

  it('an older result than the last changes nothing', async () => {
    const { card, register } = await setUp(`ASYNC ${unique()}`);
    await register();
    await flow.work();
    const { cardRef } = await row(card.id);
    const at = (shift: number) => new Date(flow.clock.now().getTime() + shift).toISOString();
    await flow.status({ type: 'ENROLMENT', cardRef, status: 'REGISTERED', time: at(2000) });
    await flow.work();
    await flow.status({ type: 'ENROLMENT', cardRef, status: 'FAILED', errorCode: '4101', time: at(1000) });
    await flow.work();
    expect((await row(card.id)).status).toBe('REGISTERED');
  });

  it('submitted again after a no whose clock was ahead of ours: the new result counts', async () => {
    const { card, register } = await setUp(`ASYNC ${unique()}`);
    await register();
    await flow.work();
    const { cardRef } = await row(card.id);
    const ahead = new Date(flow.clock.now().getTime() + 4 * MINUTE).toISOString();
    await flow.status({ type: 'ENROLMENT', cardRef, status: 'FAILED', errorCode: '4104', time: ahead });
    await flow.work();
    expect((await row(card.id)).status).toBe('FAILED');
    await register();
    await flow.work();
    await flow.status({ type: 'ENROLMENT', cardRef, status: 'REGISTERED' });
    await flow.work();
    expect((await row(card.id)).status).toBe('REGISTERED');
  });
});

describe('A-346 A-072 changing and removing', () => {
  it('removed: closed here and at the provider', async () => {
    const { merchant, card, register } = await setUp();
    await register();
    await flow.work();
    await flow.run(merchant.actor, removeCard, { id: card.id });
    await flow.workFor(MINUTE);
    expect(await row(card.id)).toMatchObject({ status: 'CLOSED', state: 'CLOSED' });
    expect((await atProvider(card.id)).effects.map(({ kind }) => kind)).toEqual(['register', 'close']);
  });

  it('another descriptor: the old enrolment is closed and the new one enrolled, without another step', async () => {
    const { merchant, card, register } = await setUp();
    await register();
    await flow.work();
    const old = await atProvider(card.id);
    const changed = await flow.run(merchant.actor, updateCard, { id: card.id, descriptor: `NEW ${unique()}` });
    expect(changed).toMatchObject({ status: 'PENDING', state: 'SUBMITTED', registerTime: null });
    await flow.work();
    const all = await flow.control<{ effects: EnrolmentEffect[] }>('registrations');
    expect(all.effects.filter(({ cardRef }) => cardRef === old.cardRef).map(({ kind }) => kind)).toEqual([
      'register',
      'close',
    ]);
    expect(await row(card.id)).toMatchObject({ status: 'REGISTERED', state: 'ACTIVE' });
    expect((await atProvider(card.id)).effects).toMatchObject([{ kind: 'register', descriptor: changed.descriptor }]);
  });

  it('another address or remark stays between us: nothing is sent', async () => {
    const { merchant, card, register } = await setUp();
    await register();
    await flow.work();
    await flow.run(merchant.actor, updateCard, { id: card.id, notifyEmail: 'other@example.test', remark: 'x' });
    await flow.work();
    expect((await atProvider(card.id)).requests).toHaveLength(1);
    expect((await row(card.id)).state).toBe('ACTIVE');
  });

  it('A-072 A-344 the same combination twice, at the same moment too', async () => {
    const merchant = await buildMerchant(flow.db);
    const fields = { descriptor: `SHOP ${unique()}`, cardBin: '555555', notifyEmail: 'a@example.test' };
    const outcomes = await Promise.all([1, 2, 3].map(() => code(flow.run(merchant.actor, createCard, fields))));
    expect(outcomes.sort()).toEqual(['CARD_DUPLICATE', 'CARD_DUPLICATE', 'done']);
    expect((await flow.run(merchant.actor, listCards, {})).total).toBe(1);
  });
});

describe('RDR', () => {
  it('is enrolled by acquirer BIN and CAID, or an ARN, and never by an issuer BIN', async () => {
    const merchant = await buildMerchant(flow.db);
    const fields = { program: 'RDR' as const, descriptor: `SHOP ${unique()}`, notifyEmail: 'a@example.test' };
    const arn = '74537604221222132710572';
    for (const key of [{ acquirerBin: '453760', caid: '174030076543219' }, { arn }]) {
      const card = await flow.run(merchant.actor, createCard, { ...fields, ...key });
      await flow.run(merchant.actor, registerCard, { id: card.id });
      await flow.work();
      expect(await row(card.id)).toMatchObject({ state: 'ACTIVE', program: 'RDR', cardBin: '' });
      const { requests } = await atProvider(card.id);
      expect(requests[0]?.body).toMatchObject({ program: 'RDR', descriptor: fields.descriptor, ...key });
      expect(Object.keys(requests[0]?.body as object)).not.toContain('cardBin');
    }
  });

  it('A-072 the same in the other program is another card', async () => {
    const merchant = await buildMerchant(flow.db);
    const fields = { descriptor: `SHOP ${unique()}`, caid: 'C1', notifyEmail: 'a@example.test' };
    const rdr = { ...fields, program: 'RDR' as const, acquirerBin: '453760' };
    await flow.run(merchant.actor, createCard, { ...fields, cardBin: '453760' });
    await flow.run(merchant.actor, createCard, rdr);
    expect(await code(flow.run(merchant.actor, createCard, rdr))).toBe('CARD_DUPLICATE');
  });
});
