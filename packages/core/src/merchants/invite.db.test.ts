import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { login } from '../accounts/index.ts';
import { execute } from '../kernel/execute.ts';
import { buildMerchant, buildStaff, testCaller, testCore, unique } from '../testing/index.ts';
import { createMerchant, getMerchant, resendActivation, unlockMerchant } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const { actor } = await buildStaff(core.db);
  const n = unique();
  const merchant = { companyName: `Invited ${n}`, contactPerson: '陈磊', email: `Owner-${n}@Example.test` };
  const links = (id: number) =>
    core.db
      .selectFrom('actionLinks as l')
      .innerJoin('merchantUsers as u', 'u.id', 'l.subjectId')
      .where('l.realm', '=', 'merchant')
      .where('u.merchantId', '=', id)
      .select(['l.purpose', 'l.replacedTime'])
      .orderBy('l.createdTime')
      .orderBy('l.replacedTime', 'desc')
      .execute();
  return { core, caller: testCaller(actor), merchant, links };
}

it('A-029 A-053 staff invite a merchant: it is PENDING, nobody can sign in, and its owner gets a link that stands nowhere in clear', async () => {
  const { core, caller, merchant, links } = await setUp();
  const { id } = await execute(core, caller, createMerchant, merchant);
  expect(await execute(core, caller, getMerchant, { id })).toMatchObject({
    status: 'PENDING',
    email: expect.stringMatching(/^ow\*\*\*@/),
    users: [{ role: 'OWNER', status: 'INVITED' }],
  });
  expect(await links(id)).toEqual([{ purpose: 'INVITE', replacedTime: null }]);
  const mail = await core.db
    .selectFrom('emailMessages')
    .select(['kind', 'recipient', 'params', 'secretEnc'])
    .where('merchantId', '=', id)
    .executeTakeFirstOrThrow();
  expect(mail).toMatchObject({ kind: 'merchant.invited', recipient: merchant.email.toLowerCase() });
  expect(mail.params).not.toContain('token=');
  expect(mail.secretEnc).toBeInstanceOf(Buffer);
});

it('an address or phone in use is refused and nothing is left behind', async () => {
  const { core, caller, merchant } = await setUp();
  const other = await buildMerchant(core.db, { phone: '+8613900001111' });
  const count = async () =>
    (await core.db.selectFrom('merchants').select('id').where('companyName', '=', merchant.companyName).execute())
      .length;
  await expect(execute(core, caller, createMerchant, { ...merchant, email: other.email })).rejects.toMatchObject({
    code: 'EMAIL_TAKEN',
  });
  await expect(execute(core, caller, createMerchant, { ...merchant, phone: '13900001111' })).rejects.toMatchObject({
    code: 'PHONE_TAKEN',
  });
  expect(await count()).toBe(0);
});

it('A-037 the link can be sent again while the merchant is PENDING; the one before stops working', async () => {
  const { core, caller, merchant, links } = await setUp();
  const { id } = await execute(core, caller, createMerchant, merchant);
  core.clock.advance(1000);
  await execute(core, caller, resendActivation, { id });
  expect(await links(id)).toEqual([
    { purpose: 'INVITE', replacedTime: core.now() },
    { purpose: 'INVITE', replacedTime: null },
  ]);
  const active = await buildMerchant(core.db);
  await expect(execute(core, caller, resendActivation, { id: active.id })).rejects.toMatchObject({
    code: 'MERCHANT_TRANSITION',
  });
});

it('A-349 an admin lifts the lock that wrong passwords have closed', async () => {
  const { core, caller } = await setUp();
  const password = 'Passw0rd-ok';
  const merchant = await buildMerchant(core.db, { passwordHash: await core.ports.passwords.hash(password) });
  const attempt = (given: string) => execute(core, testCaller(), login, { account: merchant.email, password: given });
  for (let n = 0; n < 3; n += 1) await expect(attempt('wrong')).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  await expect(attempt(password)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  expect(await execute(core, caller, getMerchant, { id: merchant.id })).toMatchObject({ users: [{ locked: true }] });
  expect(await execute(core, caller, unlockMerchant, { id: merchant.id })).toEqual({ unlocked: 1 });
  await expect(attempt(password)).resolves.toMatchObject({ user: { id: merchant.userId } });
  expect(await execute(core, caller, unlockMerchant, { id: merchant.id })).toEqual({ unlocked: 0 });
});
