import { assignAlerts, getAlert, processAlert } from '@forewarn/core/alerts';
import { learnAlias, listAliases, previewAlias, removeAlias } from '@forewarn/core/aliases';
import {
  getDelivery,
  getMapping,
  listAlike,
  previewDelivery,
  replayDeliveries,
  saveMapping,
} from '@forewarn/core/deliveries';
import { DAY } from '@forewarn/core/kernel/time';
import { buildCard, buildMerchant, buildStaff, unique } from '@forewarn/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
let admin: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  flow = await startMainFlow();
  admin = await buildStaff(flow.db, { name: 'Zhao Qiang' });
});
afterAll(() => flow.stop());

const row = (alertId: string) =>
  flow.db.selectFrom('chargebackAlerts').selectAll().where('alertId', '=', alertId).executeTakeFirstOrThrow();
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

/** Has alerts pushed with one descriptor that nobody has enrolled. */
async function pushed(descriptor: string, count = 1, change: object = {}) {
  const ids = Array.from({ length: count }, () => unique());
  for (const alertId of ids)
    await flow.push({ alertId, descriptor, cardBin: '455501', alertTime: flow.clock.now().toISOString(), ...change });
  await flow.work();
  return Promise.all(ids.map(row));
}

describe('A-358 learning whose a descriptor is', () => {
  it('A-358 the dry run names the waiting alerts, they are assigned in one go, later ones arrive by themselves', async () => {
    const merchant = await buildMerchant(flow.db, { locale: 'en' });
    const descriptor = `Learnt ${unique()}`;
    const waiting = await pushed(descriptor, 3);
    const [other] = await pushed(`Other ${unique()}`);
    const [first] = waiting;
    if (!first || !other) throw new Error('pushed');
    const asked = { alertId: first.id, merchantId: merchant.id };

    const preview = await flow.run(admin.actor, previewAlias, asked);
    expect(preview).toMatchObject({ descriptor, known: null, total: 3, cardBinMasked: null });
    expect(preview.waiting.map(({ id }) => id).toSorted()).toEqual(waiting.map(({ id }) => id).toSorted());
    expect(await flow.db.selectFrom('descriptorAliases').select('id').execute(), 'a dry run').toEqual([]);

    const alias = await flow.run(admin.actor, learnAlias, { ...asked, reason: 'his shop by phone' });
    expect(alias).toMatchObject({ descriptor, merchantId: merchant.id, createdBy: 'Zhao Qiang' });
    const ids = preview.waiting.map(({ id }) => id);
    const assigned = await flow.run(admin.actor, assignAlerts, { ids, merchantId: merchant.id, reason: 'his shop' });
    expect(assigned).toMatchObject({ done: 3, failed: 0 });
    await flow.work();
    expect((await flow.mails(merchant.email)).length).toBe(3);

    const [later] = await pushed(`  ${descriptor.toUpperCase()} `);
    expect(later).toMatchObject({
      merchantId: merchant.id,
      matchStatus: 'MATCHED',
      matchTier: 'ALIAS',
      needsAnswer: 1,
    });
    expect((await flow.mails(merchant.email)).length).toBe(4);
    const seen = await flow.run(admin.actor, getAlert, { id: later?.id });
    expect(seen.matchReason).toBe(
      'No card has this descriptor; an administrator has confirmed that it is this merchant’s.',
    );
    expect((await row(other.alertId)).matchStatus).toBe('UNMATCHED');

    await flow.run(admin.actor, removeAlias, { id: alias.id, reason: 'sold the shop' });
    expect((await pushed(descriptor))[0]).toMatchObject({ matchStatus: 'UNMATCHED', merchantId: null });
    expect(await refused(flow.run(admin.actor, removeAlias, { id: alias.id, reason: 'again' }))).toBe(
      'ALIAS_NOT_FOUND',
    );
    const audit = await flow.db
      .selectFrom('auditLogs')
      .select(['action', 'result'])
      .where('action', 'in', ['aliases.learn', 'aliases.remove', 'alerts.assignMany'])
      .where('result', '=', 'OK')
      .orderBy('id')
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(['aliases.learn', 'alerts.assignMany', 'aliases.remove']);
  });

  it('A-112 the three tiers come first: an alias decides only where no card fits', async () => {
    const [owner, other] = [await buildMerchant(flow.db), await buildMerchant(flow.db)];
    const descriptor = `TIERS ${unique()}`.toUpperCase();
    const [alert] = await pushed(descriptor);
    await flow.run(admin.actor, learnAlias, { alertId: alert?.id, merchantId: other.id, reason: 'looked like it' });
    await buildCard(flow.db, { merchantId: owner.id, descriptor, cardBin: '499999' });
    expect((await pushed(descriptor))[0]).toMatchObject({ merchantId: owner.id, matchTier: 'DESCRIPTOR' });
  });

  it('with the BIN it holds for that BIN alone, before one without', async () => {
    const [all, one] = [await buildMerchant(flow.db), await buildMerchant(flow.db)];
    const descriptor = `BINS ${unique()}`.toUpperCase();
    const [alert] = await pushed(descriptor);
    const learn = (merchantId: number, withBin: boolean) =>
      flow.run(admin.actor, learnAlias, { alertId: alert?.id, merchantId, withBin, reason: 'by phone' });
    await learn(all.id, false);
    const narrow = await learn(one.id, true);
    expect(narrow.cardBinMasked).toBe('4555**');
    expect((await pushed(descriptor))[0]?.merchantId).toBe(one.id);
    expect((await pushed(descriptor, 1, { cardBin: '466600' }))[0]?.merchantId).toBe(all.id);
    const page = await flow.run(admin.actor, listAliases, { keyword: descriptor.toLowerCase() });
    expect(page.records.map(({ merchantId }) => merchantId)).toEqual([one.id, all.id]);
  });

  it('one descriptor has one owner; a suspended owner’s alerts are held; the same word twice changes nothing', async () => {
    const [mine, theirs] = [await buildMerchant(flow.db), await buildMerchant(flow.db)];
    const descriptor = `OWNED ${unique()}`;
    const [alert] = await pushed(descriptor);
    const learn = (merchantId: number) =>
      flow.run(admin.actor, learnAlias, { alertId: alert?.id, merchantId, reason: 'by phone' });
    const [first, again] = [await learn(mine.id), await learn(mine.id)];
    expect(again.id).toBe(first.id);
    expect(await refused(learn(theirs.id))).toBe('ALIAS_TAKEN');
    await flow.db.updateTable('merchants').set({ status: 'SUSPENDED' }).where('id', '=', mine.id).execute();
    expect((await pushed(descriptor))[0]).toMatchObject({ merchantId: mine.id, holdReason: 'MERCHANT_SUSPENDED' });
    expect(await refused(learn(mine.id))).toBe('MERCHANT_NOT_ACTIVE');
  });

  it('A-364 of many assigned at once each has its own result', async () => {
    const [merchant, taken] = [await buildMerchant(flow.db), await buildMerchant(flow.db)];
    const [first, second] = await pushed(`MANY ${unique()}`, 2);
    if (!first || !second) throw new Error('pushed');
    await flow.run(admin.actor, assignAlerts, { ids: [second.id], merchantId: taken.id, reason: 'a colleague' });
    const { done, failed, results } = await flow.run(admin.actor, assignAlerts, {
      ids: [first.id, second.id, 999_999_999],
      merchantId: merchant.id,
      reason: 'his shop',
    });
    expect([done, failed]).toEqual([1, 2]);
    expect(results.map(({ id, error }) => [id, error])).toEqual([
      [first.id, null],
      [second.id, 'ALERT_NOT_ASSIGNABLE'],
      [999_999_999, 'ALERT_NOT_FOUND'],
    ]);
  });
});

describe('A-105 deliveries that can’t be read', () => {
  /** Has bodies pushed whose amount and id stand elsewhere; answers the newest delivery’s number. */
  async function strange(count = 1): Promise<{ ids: number[]; alertIds: string[] }> {
    const alertIds = Array.from({ length: count }, () => unique());
    for (const alertNo of alertIds)
      await flow.push({
        alertId: null,
        alertNo,
        amount: null,
        txn: { sum: '12.50' },
        descriptor: `STRANGE ${alertNo}`,
      });
    await flow.work();
    const rows = await flow.db
      .selectFrom('providerDeliveries')
      .select('id')
      .where('status', '=', 2)
      .orderBy('id', 'desc')
      .limit(count)
      .execute();
    return { ids: rows.map(({ id }) => id).toReversed(), alertIds };
  }
  const PATHS = { alertId: 'alertNo', amount: 'txn.sum' };

  it('A-105 it is said where, what was expected and what is there; a mapping is tried, saved, and all alike are replayed', async () => {
    const { ids, alertIds } = await strange(3);
    const [id] = ids;
    const before = await flow.run(admin.actor, previewDelivery, { id });
    expect(before.outcome).toBe('UNREADABLE');
    expect(before.problems.map(({ path, fault, got }) => [path, fault, got])).toEqual([
      ['alertId', 'MISSING', null],
      ['amount', 'MISSING', null],
    ]);
    expect(before.places).toContainEqual({ path: 'txn.sum', sample: '12.50' });
    expect(before.places).toContainEqual({ path: 'cardBin', sample: expect.stringMatching(/^\d{4}\*\*$/) });
    expect(before.places.find(({ path }) => path.endsWith('cardholderName'))?.sample).toMatch(/^.\*+.$/);

    const tried = await flow.run(admin.actor, previewDelivery, { id, paths: PATHS });
    expect(tried).toMatchObject({ outcome: 'NEW', problems: [], existing: null, match: { status: 'UNMATCHED' } });
    expect(tried.fields).toContainEqual({ field: 'amount', before: null, after: '12.5000', changed: true });
    expect(
      await flow.db.selectFrom('chargebackAlerts').select('id').where('alertId', 'in', alertIds).execute(),
    ).toEqual([]);

    const { version } = await flow.run(admin.actor, getMapping, {});
    const save = (from: number) =>
      flow.run(admin.actor, saveMapping, { paths: PATHS, version: from, reason: 'the provider renamed them' });
    expect(await save(version)).toMatchObject({ version: version + 1, paths: PATHS });
    expect(await refused(save(version))).toBe('MAPPING_CHANGED');

    const alike = await flow.run(admin.actor, listAlike, { id });
    expect(alike.ids.toSorted()).toEqual(ids.slice(1).toSorted());
    const replayed = await flow.run(admin.actor, replayDeliveries, { ids: [...ids, 999_999], reason: 'mapped' });
    expect([replayed.done, replayed.failed, replayed.results.at(-1)?.error]).toEqual([3, 1, 'DELIVERY_NOT_FOUND']);
    await flow.work();
    for (const alertId of alertIds) expect((await row(alertId)).amount).toBe('12.5000');
    const done = await flow.run(admin.actor, getDelivery, { id });
    expect(done).toMatchObject({ state: 'DONE', alert: { alertId: alertIds[0] } });
    expect((await flow.run(admin.actor, previewDelivery, { id })).outcome).toBe('SAME');
    // What carries the fields under their own names is read as ever.
    expect((await pushed(`PLAIN ${unique()}`, 1, { amount: 7.25 }))[0]?.amount).toBe('7.2500');
  });

  it('A-105 a delivery for an alert we have is shown as what it would change', async () => {
    const [alert] = await pushed(`CHANGE ${unique()}`, 1, { amount: 10, currency: 'USD' });
    await flow.push({
      alertId: alert?.alertId,
      descriptor: alert?.descriptor,
      amount: 'ten',
      currency: 'EUR',
      cardBin: '455501',
      sumText: '20.00',
      alertTime: flow.clock.now().toISOString(),
    });
    await flow.work();
    const { id } = await flow.db
      .selectFrom('providerDeliveries')
      .select('id')
      .where('status', '=', 2)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const [problem] = (await flow.run(admin.actor, previewDelivery, { id })).problems;
    expect(problem).toMatchObject({ path: 'amount', fault: 'FORM', got: 'ten' });
    const tried = await flow.run(admin.actor, previewDelivery, { id, paths: { amount: 'sumText' } });
    expect(tried).toMatchObject({ outcome: 'UPDATE', existing: { id: alert?.id }, match: null });
    const changes = tried.fields
      .filter(({ changed }) => changed)
      .map(({ field, before, after }) => [field, before, after]);
    expect(changes).toContainEqual(['amount', '10.0000', '20.0000']);
    expect(changes).toContainEqual(['currency', 'USD', 'EUR']);
    expect(tried.fields).toContainEqual(expect.objectContaining({ field: 'cardBin', after: '4555**', changed: false }));
  });

  it('A-353 one whose clock was far off isn’t replayed in bulk', async () => {
    await flow.push({ alertId: unique() }, { staleTimestamp: 2 * DAY });
    await flow.work();
    const stale = await flow.db
      .selectFrom('providerDeliveries')
      .select('id')
      .where('status', '=', 2)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const { results } = await flow.run(admin.actor, replayDeliveries, { ids: [stale.id], reason: 'all of them' });
    expect(results).toMatchObject([{ ok: false, error: 'REPLAY_ONE_BY_ONE' }]);
  });
});

describe('A-383 answering in a merchant’s place', () => {
  it('A-383 needs a reason, which stands in the history, the audit log and the merchant’s confirmation', async () => {
    const merchant = await buildMerchant(flow.db, { locale: 'en' });
    const { descriptor, cardBin } = await buildCard(flow.db, { merchantId: merchant.id });
    const [alert] = await pushed(descriptor, 1, { cardBin, caid: '' });
    const answer = { id: alert?.id, action: 'CONFIRM_TRANSACTION', reason: 'delivered' };
    expect(await refused(flow.run(admin.actor, processAlert, answer))).toBe('VALIDATION_FAILED');
    await flow.run(admin.actor, processAlert, { ...answer, onBehalfReason: 'their office is closed' });
    await flow.work();
    const seen = await flow.run(merchant.actor, getAlert, { id: alert?.id });
    const event = seen.timeline.find(({ kind }) => kind === 'ANSWERED');
    expect(event).toMatchObject({ actorKind: 'staff', actorName: null, data: { onBehalf: 'their office is closed' } });
    const mail = (await flow.mails(merchant.email)).find(({ subject }) => subject.startsWith('Your answer'));
    expect(mail?.text).toContain('answered by service on your behalf: their office is closed');
    const audit = await flow.db
      .selectFrom('auditLogs')
      .select('detail')
      .where('action', '=', 'alerts.process')
      .where('result', '=', 'OK')
      .where('targetId', '=', String(alert?.id))
      .executeTakeFirstOrThrow();
    expect(JSON.parse(audit.detail ?? '{}')).toMatchObject({ onBehalf: 'their office is closed' });
  });
});
