import { createTestDatabase, explain, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { buildCard, buildMerchant, buildStaff, testCaller, testCore, unique } from '../testing/index.ts';
import { getMerchant, getProfile, listMerchants, updateProfile } from './index.ts';
import { merchantIds } from './store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const { actor } = await buildStaff(core.db);
  const find = async (input: object) => (await execute(core, testCaller(actor), listMerchants, input)).records;
  return { core, actor, find };
}

describe('A-272 A-273 a merchant’s own profile', () => {
  it('changes what is sent and leaves the rest', async () => {
    const { core } = await setUp();
    const merchant = await buildMerchant(core.db, { contactPerson: 'Zhang San' });
    const caller = testCaller(merchant.actor);
    const phone = '+1 415 555 0123';
    expect(await execute(core, caller, updateProfile, { locale: 'en', timeZone: 'Europe/Paris', phone })).toMatchObject(
      {
        locale: 'en',
        timeZone: 'Europe/Paris',
        phone,
        contactPerson: 'Zhang San',
      },
    );
    expect(await execute(core, caller, getProfile, {})).toMatchObject({ id: merchant.id, locale: 'en', phone });
  });

  it('C-275 A-061 each change stands in the audit log, from and to, without whole phone numbers', async () => {
    const { core } = await setUp();
    const merchant = await buildMerchant(core.db, { contactPerson: 'Zhang San', phone: '13911113333' });
    const change = { contactPerson: 'Li Si', phone: '+1 415 555 0188', locale: 'zh-CN' };
    await execute(core, testCaller(merchant.actor), updateProfile, change);
    const row = await core.db
      .selectFrom('auditLogs')
      .selectAll()
      .where('action', '=', 'profile.update')
      .where('targetId', '=', String(merchant.id))
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ actorKind: 'merchant', actorId: merchant.id, targetType: 'merchant', result: 'OK' });
    expect(JSON.parse(row.detail ?? '')).toEqual({
      before: { contactPerson: 'Zhang San', phone: '1391****3333' },
      after: { contactPerson: 'Li Si', phone: '+1 4****0188' },
    });
  });

  it('A-347 refuses a phone another merchant signs in with, however it is written', async () => {
    const { core } = await setUp();
    await buildMerchant(core.db, { phone: '13911112222' });
    const { actor } = await buildMerchant(core.db);
    const update = execute(core, testCaller(actor), updateProfile, { phone: '+86 139-1111-2222' });
    await expect(update).rejects.toMatchObject({ code: 'PHONE_TAKEN' });
  });

  it('A-351 of a suspended merchant can be seen, not changed', async () => {
    const { core } = await setUp();
    const { actor } = await buildMerchant(core.db, { status: 'SUSPENDED' });
    await expect(execute(core, testCaller(actor), getProfile, {})).resolves.toMatchObject({ status: 'SUSPENDED' });
    const update = execute(core, testCaller(actor), updateProfile, { locale: 'en' });
    await expect(update).rejects.toMatchObject({ code: 'MERCHANT_SUSPENDED' });
  });

  it.each([
    [{ companyName: 'x' }, 'companyName'],
    [{ phone: 'call me' }, 'phone'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ locale: 'fr' }, 'locale'],
  ])('refuses %j and names the field', async (change, field) => {
    const { core } = await setUp();
    const { actor } = await buildMerchant(core.db);
    await expect(execute(core, testCaller(actor), updateProfile, change)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { fields: [{ path: field }] },
    });
  });
});

describe('merchants, for staff', () => {
  it('are found by the beginning of company name, e-mail or phone', async () => {
    const { core, find } = await setUp();
    const tag = unique();
    const { id, email } = await buildMerchant(core.db, { companyName: `Übung ${tag} 有限公司`, phone: '13722223333' });
    for (const keyword of [
      `übung ${tag}`,
      `ÜBUNG ${tag}`,
      email,
      email.toUpperCase(),
      '137222233',
      '+8613722223',
      '137 2222 3333',
    ]) {
      expect(
        (await find({ keyword })).map((merchant) => merchant.id),
        keyword,
      ).toEqual([id]);
    }
    expect(await find({ keyword: tag })).toEqual([]);
    expect(await find({ keyword: 'Übung_' })).toEqual([]);
    expect(await find({ keyword: `übung ${tag}`, status: 'CLOSED' })).toEqual([]);
  });

  it('are listed newest first, page by page, with their open cards counted', async () => {
    const { core, actor, find } = await setUp();
    const prefix = `Page ${unique()} `;
    const ids = [];
    for (const name of ['a', 'b', 'c']) ids.push((await buildMerchant(core.db, { companyName: prefix + name })).id);
    const [first, , third] = ids;
    await buildCard(core.db, { merchantId: first ?? 0 });
    await buildCard(core.db, { merchantId: first ?? 0, status: 'CLOSED' });
    const page = await execute(core, testCaller(actor), listMerchants, { keyword: prefix, size: 2 });
    expect(page).toMatchObject({ total: 3, pages: 2, current: 1, size: 2, records: [{ id: third }, {}] });
    expect(await find({ keyword: prefix, size: 2, page: 2 })).toMatchObject([
      { id: first, cards: 1, alertsNeedingAnswer: 0 },
    ]);
    expect(await execute(core, testCaller(actor), getMerchant, { id: String(first) })).toMatchObject({
      id: first,
      cards: 1,
    });
  });

  it('that do not exist answer MERCHANT_NOT_FOUND, and merchants may not look', async () => {
    const { core, actor } = await setUp();
    const missing = execute(core, testCaller(actor), getMerchant, { id: 999_999_999 });
    await expect(missing).rejects.toMatchObject({ code: 'MERCHANT_NOT_FOUND' });
    const merchant = await buildMerchant(core.db);
    const peek = execute(core, testCaller(merchant.actor), listMerchants, {});
    await expect(peek).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are searched by index ranges, not by reading the table', async () => {
    const { core } = await setUp();
    const rows = await explain(core.db, merchantIds(core, {}, { text: 'zz', email: 'zz', phones: ['zz'] }));
    const scans = rows.filter(({ table }) => table === 'merchants');
    expect(scans.map(({ key }) => key)).toEqual(['k_merchants_company', 'uk_merchants_email', 'uk_merchants_phone']);
    expect(scans.every(({ type }) => type === 'range')).toBe(true);
  });
});
