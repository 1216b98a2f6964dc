import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAlerts } from '../alert-exports/index.ts';
import { getAlert } from '../alerts/index.ts';
import { listCards, updateCard } from '../cards/index.ts';
import type { StaffRole } from '../kernel/access.ts';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import { REVEAL_KINDS } from '../kernel/sensitive.ts';
import { getMerchant, getProfile, listMerchants } from '../merchants/index.ts';
import { buildAlert, buildCard, buildMerchant, buildStaff, testCaller, testCore, unique } from '../testing/index.ts';
import { revealSensitive } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db, {
    email: `zhang.san-${unique()}@example.com`,
    contactPerson: '张三丰',
    phone: `+86138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
  });
  const { phone } = await core.db
    .selectFrom('merchants')
    .select('phone')
    .where('id', '=', merchant.id)
    .executeTakeFirstOrThrow();
  const card = await buildCard(core.db, { merchantId: merchant.id, cardBin: '41111122' });
  const alert = await buildAlert(core.db, { merchantId: merchant.id });
  const sealed = core.ports.cipher.seal(
    JSON.stringify({ cardholderName: 'Zhang San' }),
    `chargeback_alerts.details.${alert.alertId}`,
  );
  await core.db
    .updateTable('chargebackAlerts')
    .set({ cardId: card.id, cardBin: '411111', detailsEnc: sealed })
    .where('id', '=', alert.id)
    .execute();
  const event = { kind: 'VIEWED', actor: `merchant:${merchant.id}`, atTime: core.now() };
  await core.db
    .insertInto('alertEvents')
    .values({ alertRef: alert.id, ...event })
    .execute();
  const staff = async (role: StaffRole) => (await buildStaff(core.db, { roles: [role] })).actor;
  const reveal = (actor: Actor, kind: string, id: number) =>
    execute(core, testCaller(actor), revealSensitive, { kind, id });
  const audits = (targetId: number) =>
    core.db
      .selectFrom('auditLogs')
      .selectAll()
      .where('action', '=', 'sensitive.reveal')
      .where('targetId', '=', String(targetId))
      .orderBy('id')
      .execute();
  return { core, merchant, phone: phone ?? '', card, alert, staff, reveal, audits };
}

describe('A-309 A-366 C-158 C-265 what is shown', () => {
  it.each(['PLATFORM_ADMIN', 'SYSTEM_ADMIN'] as const)('to %s is masked, wherever it is shown', async (role) => {
    const { core, merchant, phone, card, alert, staff } = await setUp();
    const caller = testCaller(await staff(role));
    const contact = {
      contactPerson: '张*丰',
      email: 'zh***@example.com',
      phone: `${phone.slice(0, 4)}****${phone.slice(-4)}`,
    };
    const seen = [
      await execute(core, caller, getMerchant, { id: merchant.id }),
      ...(await execute(core, caller, listMerchants, { keyword: merchant.email })).records,
    ];
    expect(seen).toHaveLength(2);
    for (const record of seen) expect(record).toMatchObject(contact);
    const cards = await execute(core, caller, listCards, { merchantId: merchant.id });
    expect(cards.records).toMatchObject([{ cardBin: '4111****', notifyEmail: 'no***@example.test' }]);
    const detail = await execute(core, caller, getAlert, { id: alert.id });
    expect(detail).toMatchObject({
      cardBinMasked: '4111**',
      cardholderMasked: 'Z*******n',
      card: { cardBin: '4111****' },
      timeline: [{ actorName: '张*丰' }],
    });
    const { content } = await execute(core, caller, exportAlerts, { ids: [alert.id] });
    expect(content).toContain('4111**');
    const everything = JSON.stringify([seen, cards, detail, content]);
    for (const clear of ['张三丰', merchant.email, phone, card.cardBin, '411111', card.notifyEmail, 'Zhang San'])
      expect(everything).not.toContain(clear);
  });

  it('to the merchant is its own in clear, but never the cardholder’s', async () => {
    const { core, merchant, phone, card, alert } = await setUp();
    const caller = testCaller(merchant.actor);
    expect(await execute(core, caller, getProfile, {})).toMatchObject({ contactPerson: '张三丰', phone });
    const { records } = await execute(core, caller, listCards, {});
    expect(records).toMatchObject([{ cardBin: card.cardBin, notifyEmail: card.notifyEmail }]);
    expect(await execute(core, caller, getAlert, { id: alert.id })).toMatchObject({
      cardBinMasked: '4111**',
      cardholderMasked: 'Z*******n',
      timeline: [{ actorName: '张三丰' }],
    });
  });
});

describe('A-309 C-158 a look at what is masked', () => {
  it('shows one record in clear, and leaves who looked at what, without the values', async () => {
    const { merchant, phone, card, alert, staff, reveal, audits } = await setUp();
    const actor = await staff('SYSTEM_ADMIN');
    const contact = { contactPerson: '张三丰', email: merchant.email, phone };
    expect((await reveal(actor, 'merchant.contact', merchant.id)).values).toEqual(contact);
    expect((await reveal(actor, 'card.details', card.id)).values).toEqual({
      cardBin: card.cardBin,
      notifyEmail: card.notifyEmail,
    });
    expect((await reveal(actor, 'alert.card', alert.id)).values).toEqual({
      cardBin: '411111',
      cardholder: 'Zhang San',
    });
    const rows = [...(await audits(merchant.id)), ...(await audits(card.id)), ...(await audits(alert.id))];
    const own = rows.filter(({ actorId }) => actorId === actor.id);
    const targets = own.map(({ targetType, result }) => `${targetType} ${result}`).sort();
    expect([...new Set(targets)]).toEqual(['alert OK', 'card OK', 'merchant OK']);
    for (const clear of Object.values(contact)) expect(JSON.stringify(own)).not.toContain(clear);
  });

  it.each(REVEAL_KINDS)('%s is refused to everyone without the right, and the attempt is noted', async (kind) => {
    const { merchant, staff, reveal, core } = await setUp();
    for (const actor of [await staff('PLATFORM_ADMIN'), await staff('SALES'), merchant.actor]) {
      await expect(reveal(actor, kind, merchant.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const noted = await core.db
        .selectFrom('auditLogs')
        .select('result')
        .where('action', '=', 'sensitive.reveal')
        .where('actorKind', '=', actor.kind)
        .where('actorId', '=', actor.kind === 'staff' || actor.kind === 'merchant' ? actor.id : 0)
        .execute();
      expect(noted).toEqual([{ result: 'FORBIDDEN' }]);
    }
  });

  it.each([
    ['merchant.contact', 'MERCHANT_NOT_FOUND'],
    ['card.details', 'CARD_NOT_FOUND'],
    ['alert.card', 'ALERT_NOT_FOUND'],
    ['staff.password', 'VALIDATION_FAILED'],
  ])('at %s that isn’t there is %s', async (kind, code) => {
    const { staff, reveal } = await setUp();
    await expect(reveal(await staff('SYSTEM_ADMIN'), kind, 999_999_999)).rejects.toMatchObject({ code });
  });

  it('a masked value can’t be written back over the clear one', async () => {
    const { core, card, staff } = await setUp();

    const caller = testCaller(await staff('PLATFORM_ADMIN'));
    for (const change of [{ cardBin: '4111****' }, { notifyEmail: 'no***@example.test' }]) {
      await execute(core, caller, updateCard, { id: card.id, ...change }).catch((error) =>
        expect(error).toMatchObject({ code: 'VALIDATION_FAILED' }),
      );
    }
    const row = await core.db
      .selectFrom('merchantCards')
      .select(['cardBin', 'notifyEmail'])
      .where('id', '=', card.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ cardBin: card.cardBin, notifyEmail: card.notifyEmail });
  });
});
