import { adminListAlerts, assignAlert, getAlert, listAlerts } from '@forewarn/core/alerts';
import { DAY, HOUR, MINUTE } from '@forewarn/core/kernel/time';
import { buildCard, buildMerchant, buildStaff, unique } from '@forewarn/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow();
});
afterAll(() => flow.stop());

/** A merchant with one enrolled card, and an alert id that fits it. */
async function setUp(card: { notifyEmail?: string; caid?: string } = {}, status: 'ACTIVE' | 'SUSPENDED' = 'ACTIVE') {
  const merchant = await buildMerchant(flow.db, { locale: 'en', status });
  const built = await buildCard(flow.db, { merchantId: merchant.id, ...card });
  const alertId = unique();
  const push = {
    alertId,
    descriptor: built.descriptor,
    cardBin: built.cardBin,
    caid: built.caid,
    amount: 19.9,
    currency: 'USD',
  };
  return { merchant, card: built, alertId, push };
}
const alertOf = (alertId: string) =>
  flow.db.selectFrom('chargebackAlerts').selectAll().where('alertId', '=', alertId).executeTakeFirstOrThrow();
async function eventsOf(alertId: string): Promise<string[]> {
  const { id } = await alertOf(alertId);
  const rows = await flow.db
    .selectFrom('alertEvents')
    .select(['kind', 'level'])
    .where('alertRef', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ kind, level }) => (level === 'INFO' ? kind : `${kind} ${level}`));
}
const idsSeenBy = async (actor: Parameters<MainFlow['run']>[0]) =>
  (await flow.run(actor, listAlerts, { size: 100 })).records.map(({ alertId }) => alertId);

describe('A-008 A-113 from push to merchant', () => {
  it('received, matched, mailed once to each address, in the list', async () => {
    const { merchant, card, alertId, push } = await setUp();
    await flow.push(push);
    await flow.work();
    expect(await alertOf(alertId)).toMatchObject({
      merchantId: merchant.id,
      cardId: card.id,
      matchStatus: 'MATCHED',
      matchTier: 'EXACT',
      holdReason: null,
      processStatus: 'PENDING',
      amount: '19.9000',
      feedbackStatus: 'NONE',
    });
    for (const address of [merchant.email, card.notifyEmail]) {
      const mails = await flow.mails(address);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({ to: address, subject: expect.stringContaining('19.90 USD') });
      expect(mails[0]?.text).toContain(alertId);
    }
    expect(await idsSeenBy(merchant.actor)).toEqual([alertId]);
    expect((await flow.run(merchant.actor, getAlert, { id: (await alertOf(alertId)).id })).needsAnswer).toBe(true);
    expect(await eventsOf(alertId)).toEqual(['RECEIVED', 'MATCHED', 'MAIL_SENT', 'MAIL_SENT', 'VIEWED']);
  });

  it('one mail when both addresses are the same', async () => {
    const { merchant, card, push } = await setUp();
    await flow.db
      .updateTable('merchantCards')
      .set({ notifyEmail: merchant.email.toUpperCase() })
      .where('id', '=', card.id)
      .execute();
    await flow.push(push);
    await flow.work();
    expect(await flow.mails(merchant.email)).toHaveLength(1);
  });

  it('A-117 A-365 everything that was sent can be read again, names masked', async () => {
    const { merchant, alertId, push } = await setUp();
    await flow.push({ ...push, additionalInfo: { cardholderName: 'Zhang San', riskScore: 87 }, extra: { a: 1 } });
    await flow.work();
    const { id } = await alertOf(alertId);
    const detail = await flow.run(merchant.actor, getAlert, { id });
    expect(detail).toMatchObject({
      alertId,
      amount: 19.9,
      currency: 'USD',
      cardholderMasked: 'Z*******n',
      riskScore: '87',
      caid: null,
      candidates: [],
    });
    expect(detail.timeline.map(({ kind }) => kind)).toContain('RECEIVED');
  });

  it('an RDR alert needs no answer: the merchant is told not to refund again', async () => {
    const { merchant, alertId, push } = await setUp();
    await flow.push({ ...push, alertType: 'RDR' });
    await flow.work();
    expect(await alertOf(alertId)).toMatchObject({
      processStatus: 'PROCESSED',
      processAction: 'REFUNDED_BY_NETWORK',
      needsAnswer: 0,
    });
    expect((await flow.mails(merchant.email))[0]?.text).toContain('do not refund it again');
  });
});

describe('A-354 A-124 the same alert again', () => {
  it('a duplicate sends nothing and leaves a WARN', async () => {
    const { merchant, alertId, push } = await setUp();
    await flow.push(push);
    await flow.work();
    await flow.push({}, { duplicateOf: alertId });
    await flow.work();
    expect(await flow.mails(merchant.email)).toHaveLength(1);
    expect(await eventsOf(alertId)).toContain('DUPLICATE_RECEIVED WARN');
    expect(
      await flow.db.selectFrom('chargebackAlerts').select('id').where('alertId', '=', alertId).execute(),
    ).toHaveLength(1);
  });

  it('a duplicate that came before the first was read is in the history too', async () => {
    const { alertId, push } = await setUp();
    await flow.push(push);
    await flow.push({}, { duplicateOf: alertId });
    await flow.work();
    expect(await eventsOf(alertId)).toEqual([
      'RECEIVED',
      'DUPLICATE_RECEIVED WARN',
      'MATCHED',
      'MAIL_SENT',
      'MAIL_SENT',
    ]);
  });

  it('an update changes the content, keeps the former, sends no second mail', async () => {
    const { merchant, alertId, push } = await setUp();
    await flow.push(push);
    await flow.work();
    await flow.push({ amount: 25.5, alertStatus: 'CHANGED' }, { updateOf: alertId });
    await flow.work();
    const alert = await alertOf(alertId);
    expect(alert).toMatchObject({ amount: '25.5000', alertStatus: 'CHANGED', merchantId: merchant.id });
    const [revision] = await flow.db
      .selectFrom('alertRevisions')
      .selectAll()
      .where('alertRef', '=', alert.id)
      .execute();
    expect(JSON.parse(revision?.changed ?? '[]')).toEqual(expect.arrayContaining(['amount', 'alertStatus']));
    expect(revision?.previousEnc.toString('latin1')).not.toContain('19.9');
    expect(await flow.mails(merchant.email)).toHaveLength(1);
    expect(await eventsOf(alertId)).toContain('UPDATED WARN');
  });

  it('new and changed in one batch: one alert with the latest content', async () => {
    const { alertId, push } = await setUp();
    await flow.push(push);
    await flow.push({ amount: 30 }, { updateOf: alertId });
    await flow.work();
    expect(await alertOf(alertId)).toMatchObject({ amount: '30.0000' });
  });
});

describe('A-174 mails that do not go through at once', () => {
  it('are tried again under the same Message-ID until they do', async () => {
    const { merchant, push } = await setUp();
    await flow.fail('smtp', 'drop-after-commit', { to: merchant.email, times: 2 });
    await flow.push(push);
    await flow.workFor(2 * MINUTE);
    const ids = (await flow.mails(merchant.email)).map(({ headers }) => headers.messageId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    const row = await flow.db
      .selectFrom('emailMessages')
      .selectAll()
      .where('recipient', '=', merchant.email)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: 'SENT', attempts: 3 });
    await flow.healed();
  });

  it('one bad address does not hold up the other, and is given up', async () => {
    const { merchant, card, alertId, push } = await setUp();
    await flow.fail('smtp', '500', { to: card.notifyEmail });
    await flow.push(push);
    await flow.work();
    expect([await flow.mails(merchant.email), await flow.mails(card.notifyEmail)].map(({ length }) => length)).toEqual([
      1, 0,
    ]);
    expect(await eventsOf(alertId)).toEqual(expect.arrayContaining(['MAIL_SENT', 'MAIL_FAILED ERROR']));
    await flow.healed();
  });

  it('a mail server away for ten minutes costs no mail', async () => {
    const { merchant, push } = await setUp();
    await flow.fail('smtp', '429');
    await flow.push(push);
    await flow.workFor(10 * MINUTE, 30_000);
    expect(await flow.mails(merchant.email)).toHaveLength(0);
    await flow.healed();
    await flow.workFor(15 * MINUTE, 30_000);
    expect(await flow.mails(merchant.email)).toHaveLength(1);
  });
});

describe('A-350 A-114 A-115 what waits for an admin', () => {
  it('A-350 a suspended merchant is told nothing and sees nothing; admins see why', async () => {
    const { merchant, alertId, push } = await setUp({}, 'SUSPENDED');
    const admin = await buildStaff(flow.db);
    await flow.push(push);
    await flow.work();
    expect(await alertOf(alertId)).toMatchObject({ holdReason: 'MERCHANT_SUSPENDED', merchantId: merchant.id });
    expect(await flow.mails(merchant.email)).toHaveLength(0);
    expect(await idsSeenBy(merchant.actor)).toEqual([]);
    await expect(flow.run(merchant.actor, getAlert, { id: (await alertOf(alertId)).id })).rejects.toMatchObject({
      code: 'ALERT_NOT_FOUND',
    });
    const queue = await flow.run(admin.actor, adminListAlerts, { queue: true, size: 100 });
    expect(queue.records.map((record) => record.alertId)).toContain(alertId);
  });

  it('A-115 A-358 two merchants could be meant: neither is told until an admin assigns it, with a reason', async () => {
    const { merchant, card, alertId, push } = await setUp();
    const other = await buildMerchant(flow.db, { locale: 'en' });
    await buildCard(flow.db, { merchantId: other.id, descriptor: card.descriptor });
    const admin = await buildStaff(flow.db, { name: 'Li Si' });
    await flow.push(push);
    await flow.work();
    const { id } = await alertOf(alertId);
    expect(await alertOf(alertId)).toMatchObject({
      holdReason: 'AMBIGUOUS_MERCHANTS',
      matchStatus: 'MULTIPLE',
      merchantId: null,
    });
    expect([await flow.mails(merchant.email), await flow.mails(other.email)]).toEqual([[], []]);
    expect([await idsSeenBy(merchant.actor), await idsSeenBy(other.actor)]).toEqual([[], []]);
    expect(await eventsOf(alertId)).toContain('HELD WARN');
    const seen = await flow.run(admin.actor, getAlert, { id });
    expect(seen.candidates.map(({ merchantId }) => merchantId).sort()).toEqual([merchant.id, other.id].sort());

    await expect(
      flow.run(other.actor, assignAlert, { id, merchantId: other.id, reason: 'mine' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await flow.run(admin.actor, assignAlert, { id, merchantId: other.id, reason: 'by phone' });
    await flow.work();
    expect(await flow.mails(other.email)).toHaveLength(1);
    expect(await flow.mails(merchant.email)).toEqual([]);
    expect(await idsSeenBy(other.actor)).toEqual([alertId]);
    const forMerchant = await flow.run(other.actor, getAlert, { id });
    expect(JSON.stringify(forMerchant)).not.toContain('Li Si');
    expect(JSON.stringify(forMerchant)).not.toContain('by phone');
    await flow.run(admin.actor, assignAlert, { id, merchantId: other.id, reason: 'again' });
    await flow.work();
    expect(await flow.mails(other.email)).toHaveLength(1);
    await expect(
      flow.run(admin.actor, assignAlert, { id, merchantId: merchant.id, reason: 'no, him' }),
    ).rejects.toMatchObject({ code: 'ALERT_NOT_ASSIGNABLE' });
  });

  it('A-114 sixty unmatched alerts make two mails to each admin', async () => {
    const quiet = await startMainFlow();
    const admin = await buildStaff(quiet.db, { email: 'admin@example.test' });
    await buildStaff(quiet.db, { email: 'sales@example.test', roles: ['SALES'] });
    quiet.clock.set('2026-11-22T03:01:00Z');
    for (let n = 0; n < 6; n++) {
      await quiet.push({ alertId: unique(), descriptor: 'NOBODY' }, { count: 10, concurrency: 5 });
      await quiet.workFor(MINUTE, 20_000);
    }
    await quiet.workFor(HOUR, 5 * MINUTE);
    const mails = await quiet.mails(admin.email);
    expect(mails.map(({ subject }) => subject.replace(/\D/g, ''))).toEqual(['10', '60']);
    expect(await quiet.mails('sales@example.test')).toEqual([]);
    const waiting = await quiet.run(admin.actor, adminListAlerts, { matchStatus: 'UNMATCHED', size: 100 });
    expect(waiting.total).toBe(60);
    await quiet.stop();
  });

  it('A-358 an unmatched alert is assigned: from there on it takes the normal course', async () => {
    const { merchant, push, alertId } = await setUp();
    const admin = await buildStaff(flow.db);
    await flow.push({ ...push, descriptor: unique() });
    await flow.work();
    const { id } = await alertOf(alertId);
    expect(await alertOf(alertId)).toMatchObject({ matchStatus: 'UNMATCHED', merchantId: null });
    await flow.run(admin.actor, assignAlert, { id, merchantId: merchant.id, reason: 'his shop' });
    await flow.work();
    expect(await flow.mails(merchant.email)).toHaveLength(1);
    expect(await alertOf(alertId)).toMatchObject({
      matchStatus: 'MATCHED',
      matchTier: 'MANUAL',
      needsAnswer: 1,
      needsAdmin: 0,
    });
    const audit = await flow.db
      .selectFrom('auditLogs')
      .selectAll()
      .where('action', '=', 'alerts.assign')
      .where('targetId', '=', String(id))
      .execute();
    expect(audit).toMatchObject([{ result: 'OK', actorId: admin.id, actorKind: 'staff', targetType: 'alert' }]);
    expect(JSON.parse(audit[0]?.detail ?? '')).toEqual({
      alertId,
      reason: 'his shop',
      before: { merchantId: null, matchStatus: 'UNMATCHED', matchTier: null },
      after: { merchantId: merchant.id, matchStatus: 'MATCHED', matchTier: 'MANUAL' },
    });
  });

  it('A-105 A-353 an unreadable and a stale push are told to an admin, seen, and replayed', async () => {
    const quiet = await startMainFlow();
    const admin = await buildStaff(quiet.db, { email: 'admin@example.test' });
    const alertId = unique();
    await quiet.push({ alertId, descriptor: 'SHOP' }, { staleTimestamp: 2 * DAY });
    await quiet.push({ alertId: unique(), amount: 'much' });
    await quiet.work();
    expect(await quiet.mails(admin.email)).toHaveLength(1);
    const { listDeliveries, replayDelivery } = await import('@forewarn/core/deliveries');
    const aside = await quiet.run(admin.actor, listDeliveries, { state: 'QUARANTINED' });
    expect(aside.records.map(({ stale, error }) => [stale, error])).toEqual([
      [false, expect.stringContaining('amount')],
      [true, expect.stringContaining('24 hours')],
    ]);
    for (const { id } of aside.records) await quiet.run(admin.actor, replayDelivery, { id, reason: 'looked at it' });
    await quiet.work();
    expect(await quiet.db.selectFrom('chargebackAlerts').select('alertId').execute()).toEqual([{ alertId }]);
    expect((await quiet.run(admin.actor, listDeliveries, { state: 'QUARANTINED' })).total).toBe(1);
    await quiet.stop();
  });
});
