import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import {
  type BuiltMerchant,
  buildAlert,
  buildCard,
  buildMerchant,
  buildStaff,
  type TestCore,
  testCaller,
  testCore,
  unique,
} from '../testing/index.ts';
import { dismissGap, enrolGap, lintCard, listGaps, listSilent, listUnmatched } from './index.ts';

let database: TestDatabase;
let core: TestCore;
let merchant: BuiltMerchant;
let admin: Actor;

beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  admin = (await buildStaff(core.db)).actor;
});
afterAll(() => database.drop());
beforeEach(async () => {
  merchant = await buildMerchant(core.db);
});

const ago = (days: number) => new Date(core.now().getTime() - days * 86_400_000);
const by = (actor: Actor = merchant.actor) => testCaller(actor);
const fallback = (options: Partial<Parameters<typeof buildAlert>[1]> = {}) =>
  buildAlert(core.db, {
    merchantId: merchant.id,
    descriptor: 'NORTH SHOP',
    cardBin: '411111',
    matchTier: 'MANUAL',
    alertTime: ago(1),
    ...options,
  });
const gaps = (input: object = {}, actor: Actor = merchant.actor) => execute(core, by(actor), listGaps, input);

describe('coverage gaps of a merchant', () => {
  it('are what its own recent alerts carried and came without an exact match', async () => {
    const other = await buildMerchant(core.db);
    await fallback();
    const newest = await fallback({ amount: '5.5000' });
    await fallback({ descriptor: 'EXACT ONE', matchTier: 'EXACT' });
    await fallback({ descriptor: 'LONG AGO', alertTime: ago(91) });
    await fallback({ descriptor: 'HELD', holdReason: 'MERCHANT_SUSPENDED' });
    await fallback({ descriptor: 'ELSEWHERE', merchantId: other.id });
    const { gaps: found, total, window } = await gaps();
    expect(found).toMatchObject([
      {
        descriptor: 'NORTH SHOP',
        kind: 'DESCRIPTOR',
        count: 2,
        amounts: [{ currency: 'USD', amount: 25.4, count: 2 }],
        variants: [{ alertId: newest.id, cardBinMasked: '4111**' }],
      },
    ]);
    expect(total).toBe(1);
    expect(window).toMatchObject({ days: 90, alerts: 3, cut: false });
    expect(await gaps({ merchantId: merchant.id }, admin)).toMatchObject({ total: 1 });
    await expect(gaps({}, admin)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('A-278 one click enrols what the alert carried, to the merchant’s own address, and the gap is gone', async () => {
    const alert = await fallback({ caid: 'CA 1' });
    const card = await execute(core, by(), enrolGap, { alertId: alert.id });
    expect(card).toMatchObject({
      descriptor: 'NORTH SHOP',
      cardBin: '411111',
      caid: 'CA 1',
      notifyEmail: merchant.email,
      status: 'PENDING',
      submittedTime: core.now().toISOString(),
    });
    const queued = await core.db.selectFrom('outbox').select('payload').where('topic', '=', 'card.enrol').execute();
    expect(queued.map(({ payload }) => JSON.parse(payload).cardId)).toContain(card.id);
    expect(await gaps()).toMatchObject({ total: 0 });
    await expect(execute(core, by(), enrolGap, { alertId: alert.id })).rejects.toMatchObject({
      code: 'CARD_DUPLICATE',
    });
  });

  it('asks for the BIN where the alert has none that can be enrolled', async () => {
    const alert = await fallback({ cardBin: '41' });
    await expect(execute(core, by(), enrolGap, { alertId: alert.id })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { fields: [{ path: 'cardBin' }] },
    });
    const card = await execute(core, by(), enrolGap, {
      alertId: alert.id,
      cardBin: '555555',
      notifyEmail: 'risk@example.test',
    });
    expect(card).toMatchObject({ cardBin: '555555', notifyEmail: 'risk@example.test' });
  });

  it('A-025 nobody enrols by another’s alert, nor by one that is held', async () => {
    const stranger = await buildMerchant(core.db);
    const alert = await fallback();
    const held = await fallback({ holdReason: 'MERCHANT_SUSPENDED' });
    const unmatched = await fallback({ merchantId: null, matchStatus: 'UNMATCHED' });
    for (const [actor, { id }] of [
      [stranger.actor, alert],
      [merchant.actor, held],
      [merchant.actor, unmatched],
    ] as const)
      await expect(execute(core, by(actor), enrolGap, { alertId: id })).rejects.toMatchObject({
        code: 'ALERT_NOT_FOUND',
      });
  });

  it('needs the right to enrol as well as to add', async () => {
    const { 'card:enrol': _, ...fewer } = merchant.actor.grants;
    const alert = await fallback();
    await expect(
      execute(core, by({ ...merchant.actor, grants: fewer }), enrolGap, { alertId: alert.id }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('what is dismissed stays away for this merchant, however it is written, and can be brought back', async () => {
    await fallback();
    const dismiss = (dismissed: boolean) => execute(core, by(), dismissGap, { descriptor: 'north  shop', dismissed });
    await dismiss(true);
    await dismiss(true);
    expect(await gaps()).toMatchObject({ total: 0, dismissed: 1 });
    expect(await gaps({ dismissed: true })).toMatchObject({ total: 1, gaps: [{ dismissed: true }] });
    const other = await buildMerchant(core.db);
    await fallback({ merchantId: other.id });
    expect(await gaps({}, other.actor)).toMatchObject({ total: 1, dismissed: 0 });
    await dismiss(false);
    expect(await gaps()).toMatchObject({ total: 1, dismissed: 0 });
    await expect(execute(core, by(admin), dismissGap, { descriptor: 'x', merchantId: 999_999 })).rejects.toMatchObject({
      code: 'MERCHANT_NOT_FOUND',
    });
  });
});

describe('descriptors of unmatched alerts', () => {
  const unmatched = (descriptor: string) => fallback({ merchantId: null, matchStatus: 'UNMATCHED', descriptor });

  it('are shown to staff unless somebody has them by now, and can be enrolled for a merchant', async () => {
    const lost = `LOST ${unique().toUpperCase()}`;
    const known = `KNOWN ${unique().toUpperCase()}`;
    await unmatched(lost);
    const { id } = await unmatched(lost);
    await unmatched(known);
    await buildCard(core.db, { merchantId: merchant.id, descriptor: known.toLowerCase(), status: 'PENDING' });
    const list = () => execute(core, by(admin), listUnmatched, {});
    const { records } = await list();
    expect(records.find(({ descriptor }) => descriptor === lost)).toMatchObject({ count: 2, enrolable: true });
    expect(records.find(({ descriptor }) => descriptor === known)).toBeUndefined();

    await expect(execute(core, by(admin), enrolGap, { alertId: id })).rejects.toMatchObject({
      details: { fields: [{ path: 'merchantId' }] },
    });
    const card = await execute(core, by(admin), enrolGap, { alertId: id, merchantId: merchant.id });
    expect(card).toMatchObject({ descriptor: lost, merchantId: merchant.id, cardBin: '4111**' });
    expect((await list()).records.find(({ descriptor }) => descriptor === lost)).toBeUndefined();
    await expect(execute(core, by(), listUnmatched, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('that were given to a merchant meanwhile aren’t enrolled for another', async () => {
    const other = await buildMerchant(core.db);
    const alert = await fallback({ merchantId: other.id });
    await expect(
      execute(core, by(admin), enrolGap, { alertId: alert.id, merchantId: merchant.id }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('enrolled cards without alerts', () => {
  const silent = async () => (await execute(core, by(), listSilent, {})).cards;

  it('are named when they never had one, or stopped while others go on; the limit is a setting', async () => {
    const card = (descriptor: string, days: number) =>
      buildCard(core.db, { merchantId: merchant.id, descriptor, createdTime: ago(days) });
    const never = await card('NEVER', 70);
    const stopped = await card('STOPPED', 300);
    const lively = await card('LIVELY', 300);
    await card('YOUNG', 10);
    await fallback({ cardId: stopped.id, alertTime: ago(100) });
    await fallback({ cardId: lively.id, alertTime: ago(2) });
    expect(await silent()).toEqual([
      { cardId: stopped.id, kind: 'STOPPED', lastAlertTime: ago(100).toISOString() },
      { cardId: never.id, kind: 'NEVER', lastAlertTime: null },
    ]);
    await core.db
      .insertInto('settings')
      .values({ name: 'cards.silentAfterDays', value: '200', updatedBy: 'test', updatedTime: core.now() })
      .execute();
    expect(await silent()).toEqual([]);
    await core.db.deleteFrom('settings').where('name', '=', 'cards.silentAfterDays').execute();
  });
});

describe('what past alerts and cards say about a descriptor', () => {
  const lint = (descriptor: string) => execute(core, by(), lintCard, { descriptor });

  it('A-067 what resembles it, how often and when last; which usual forms are enrolled', async () => {
    const other = await buildMerchant(core.db);
    await fallback({ descriptor: 'NORTHWIND.COM', alertTime: ago(9) });
    await fallback({ descriptor: 'NORTHWIND.COM', alertTime: ago(3) });
    await fallback({ descriptor: 'NORTHWIND COM', holdReason: 'MERCHANT_SUSPENDED' });
    await fallback({ descriptor: 'NORTHWIND.CO', merchantId: other.id });
    await fallback({ descriptor: 'SOMETHING ELSE' });
    await buildCard(core.db, { merchantId: merchant.id, descriptor: 'northwimd', status: 'PENDING' });
    await buildCard(core.db, { merchantId: other.id, descriptor: 'NORTHWIMD' });
    expect(await lint('Northwimd.com')).toEqual({
      seen: [{ descriptor: 'NORTHWIND.COM', count: 2, lastSeen: ago(3).toISOString() }],
      enrolled: ['NORTHWIMD'],
    });
    expect(await lint('')).toEqual({ seen: [], enrolled: [] });
  });
});
