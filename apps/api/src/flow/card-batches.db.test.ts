import { createCard, listCards, registerCard, registerCards, removeCards, saveDraft } from '@forewarn/core/cards';
import { buildCard, buildMerchant, unique } from '@forewarn/core/testing';
import type { ReceivedRequest } from '@forewarn/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow();
});
afterAll(() => flow.stop());

const whole = () => ({ descriptor: `SHOP ${unique()}`, cardBin: '555555', notifyEmail: 'a@example.test' });
const row = (id: number) => flow.db.selectFrom('merchantCards').selectAll().where('id', '=', id).executeTakeFirst();
const requestsOf = async (descriptor: string) =>
  (await flow.control<{ requests: ReceivedRequest[] }>('registrations')).requests.filter(
    ({ body }) => (body as { descriptor?: string }).descriptor === descriptor,
  );
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('A-075 A-345 drafts', () => {
  it('are kept as typed, unfinished and alike, and go on from another device', async () => {
    const { actor } = await buildMerchant(flow.db);
    const first = await flow.run(actor, saveDraft, {});
    await flow.run(actor, saveDraft, {});
    expect(first).toMatchObject({ state: 'DRAFT', status: 'DRAFT', descriptor: '', cardBin: '' });
    const typed = { id: first.id, descriptor: 'SH', cardBin: '41１1x', notifyEmail: 'half', program: 'RDR' };
    const saved = await flow.run(actor, saveDraft, { ...typed, version: first.version });
    expect(saved).toMatchObject({ descriptor: 'SH', cardBin: '4111x', notifyEmail: 'half', program: 'RDR' });
    expect(await outcome(flow.run(actor, saveDraft, { ...typed, version: first.version }))).toBe('CONFLICT');
    const { records } = await flow.run(actor, listCards, {});
    expect(records.map(({ state }) => state)).toEqual(['DRAFT', 'DRAFT']);
  });

  it('are not sent: neither by saving nor by submitting one that is unfinished', async () => {
    const { actor } = await buildMerchant(flow.db);
    const fields = { ...whole(), cardBin: '5' };
    const draft = await flow.run(actor, saveDraft, fields);
    const submitted = await flow.run(actor, registerCard, { id: draft.id }).catch((error) => error);
    expect(submitted).toMatchObject({ code: 'VALIDATION_FAILED', details: { fields: [{ path: 'cardBin' }] } });
    await flow.work();
    expect(await requestsOf(fields.descriptor)).toEqual([]);
    expect((await row(draft.id))?.state).toBe('DRAFT');
  });

  it('become the card they describe, once: finished in the form or submitted from the list', async () => {
    const { actor } = await buildMerchant(flow.db);
    const [one, two] = [whole(), whole()];
    const draft = await flow.run(actor, saveDraft, { ...one, cardBin: '' });
    const card = await flow.run(actor, createCard, { ...one, draftId: draft.id });
    expect(card.state).toBe('SAVED');
    const other = await flow.run(actor, saveDraft, two);
    const submitted = await flow.run(actor, registerCard, { id: other.id });
    expect(submitted).toMatchObject({ state: 'SUBMITTED', descriptor: two.descriptor });
    expect([await row(draft.id), await row(other.id)]).toEqual([undefined, undefined]);
    expect((await flow.run(actor, listCards, {})).total).toBe(2);
  });

  it('of another merchant stay where they are', async () => {
    const [mine, other] = [await buildMerchant(flow.db), await buildMerchant(flow.db)];
    const draft = await flow.run(other.actor, saveDraft, whole());
    expect(await outcome(flow.run(mine.actor, saveDraft, { id: draft.id }))).toBe('CARD_NOT_FOUND');
    await flow.run(mine.actor, createCard, { ...whole(), draftId: draft.id });
    expect((await flow.run(mine.actor, saveDraft, { merchantId: other.id })).merchantId).toBe(mine.id);
    expect(await row(draft.id)).toBeDefined();
  });
});

describe('many cards at once', () => {
  it('A-083 each has a result of its own: new, failed, a whole draft, a half one, somebody else’s', async () => {
    const [mine, other] = [await buildMerchant(flow.db), await buildMerchant(flow.db)];
    const fresh = await flow.run(mine.actor, createCard, whole());
    const failed = await buildCard(flow.db, { merchantId: mine.id, status: 'FAILED' });
    const draft = await flow.run(mine.actor, saveDraft, whole());
    const half = await flow.run(mine.actor, saveDraft, { descriptor: 'half' });
    const foreign = await buildCard(flow.db, { merchantId: other.id, status: 'FAILED' });
    const ids = [fresh.id, failed.id, draft.id, half.id, foreign.id];
    const answer = await flow.run(mine.actor, registerCards, { ids });
    expect(answer).toMatchObject({ done: 3, failed: 2 });
    expect(answer.results.map(({ id, error }) => [id, error])).toEqual([
      [fresh.id, null],
      [failed.id, null],
      [draft.id, null],
      [half.id, 'VALIDATION_FAILED'],
      [foreign.id, 'CARD_NOT_FOUND'],
    ]);
    expect(answer.results[3]?.fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['cardBin', 'notifyEmail']),
    );
    await flow.work();
    const { records } = await flow.run(mine.actor, listCards, {});
    expect(records.map(({ state }) => state).sort()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE', 'DRAFT']);
    expect((await row(foreign.id))?.state).toBe('REJECTED');
    expect(await flow.run(mine.actor, registerCards, { ids: [fresh.id] }), 'again: nothing more').toMatchObject({
      done: 1,
    });
    await flow.work();
    expect(await requestsOf(fresh.descriptor)).toHaveLength(1);
  });

  it('A-346 closed: what was enrolled stays until the provider has closed it, what was not is gone', async () => {
    const { actor } = await buildMerchant(flow.db);
    const enrolled = await flow.run(actor, createCard, whole());
    await flow.run(actor, registerCard, { id: enrolled.id });
    await flow.work();
    const saved = await flow.run(actor, createCard, whole());
    expect(await flow.run(actor, removeCards, { ids: [enrolled.id, saved.id] })).toMatchObject({ done: 2, failed: 0 });
    expect((await row(enrolled.id))?.state).toBe('CLOSING');
    expect(await row(saved.id)).toBeUndefined();
    expect((await flow.run(actor, listCards, {})).records, 'closing is still shown').toHaveLength(1);
    await flow.work();
    expect((await flow.run(actor, listCards, {})).records, 'closed is not').toHaveLength(0);
    expect((await flow.run(actor, listCards, { status: 'CLOSED' })).records).toHaveLength(1);
  });

  it('at most 200', async () => {
    const { actor } = await buildMerchant(flow.db);
    const ids = Array.from({ length: 201 }, (_, index) => index + 1);
    expect(await outcome(flow.run(actor, registerCards, { ids }))).toBe('VALIDATION_FAILED');
  });
});
