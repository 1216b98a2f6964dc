import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { buildMerchant, buildUser, queuedMails, testCaller, testCore, unique } from '../testing/index.ts';
import { changeEmail, confirmEmail, login, resetPassword } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const PASSWORD = 'old horse 11';

async function setUp() {
  const core = testCore({ db: database.db });
  const passwordHash = await core.ports.passwords.hash(PASSWORD);
  const merchant = await buildMerchant(core.db, { passwordHash });
  const wanted = `new-${unique()}@example.test`;
  const ask = (email = wanted, password = PASSWORD, actor = merchant.actor) =>
    execute(core, testCaller(actor), changeEmail, { email, password });
  const confirm = (token = '') => execute(core, testCaller(), confirmEmail, { token });
  const emails = () =>
    core.db
      .selectFrom('merchantUsers as u')
      .innerJoin('merchants as m', 'm.id', 'u.merchantId')
      .select(['u.email', 'm.email as merchantEmail'])
      .where('u.id', '=', merchant.userId)
      .executeTakeFirstOrThrow();
  return { core, ...merchant, passwordHash, wanted, ask, confirm, emails };
}

it('A-273 an owner’s address moves once the new one has confirmed; the old one hears of both', async () => {
  const { core, email, wanted, ask, confirm, emails } = await setUp();
  await ask(` ${wanted.toUpperCase()} `);
  expect(await emails()).toEqual({ email, merchantEmail: email });
  expect((await queuedMails(core, email)).map(({ kind }) => kind)).toEqual(['account.email-asked']);
  const [mail] = await queuedMails(core, wanted);
  await expect(confirm(mail?.token)).resolves.toEqual({ email: wanted });
  expect(await emails()).toEqual({ email: wanted, merchantEmail: wanted });
  expect((await queuedMails(core, email)).at(-1)).toMatchObject({ kind: 'account.email-changed' });
  await execute(core, testCaller(), login, { account: wanted, password: PASSWORD });
  await expect(confirm(mail?.token)).rejects.toMatchObject({ code: 'LINK_USED' });
});

it('a colleague’s address is their own, the merchant’s stays', async () => {
  const { core, id, email, passwordHash, wanted, ask, confirm } = await setUp();
  const { actor, id: userId } = await buildUser(core.db, id, { passwordHash });
  await ask(wanted, PASSWORD, actor);
  await confirm((await queuedMails(core, wanted))[0]?.token);
  const moved = await core.db.selectFrom('merchantUsers').select('email').where('id', '=', userId).executeTakeFirst();
  expect(moved).toEqual({ email: wanted });
  expect(await core.db.selectFrom('merchants').select('email').where('id', '=', id).executeTakeFirst()).toEqual({
    email,
  });
});

it('needs the password, and another address than the present one', async () => {
  const { email, wanted, ask } = await setUp();
  await expect(ask(wanted, 'wrong')).rejects.toMatchObject({ details: { fields: [{ path: 'password' }] } });
  await expect(ask(email)).rejects.toMatchObject({ details: { fields: [{ path: 'email', code: 'EMAIL_SAME' }] } });
});

it('A-384 an address in use gets the same answer, and its holder a mail', async () => {
  const { core, ask } = await setUp();
  const other = await buildMerchant(core.db);
  await expect(ask(other.email)).resolves.toEqual({ done: true });
  expect(await queuedMails(core, other.email)).toMatchObject([{ kind: 'account.exists', token: '' }]);
});

it('refuses the link when somebody else has taken the address meanwhile', async () => {
  const { core, wanted, ask, confirm, emails, email } = await setUp();
  await ask();
  await buildMerchant(core.db, { email: wanted });
  await expect(confirm((await queuedMails(core, wanted))[0]?.token)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  expect(await emails()).toEqual({ email, merchantEmail: email });
});

it('a reset of the password cancels a change that somebody else asked for', async () => {
  const { core, email, wanted, ask, confirm } = await setUp();
  await ask();
  await execute(core, testCaller(), resetPassword, { email });
  const { token } = (await queuedMails(core, email)).at(-1) ?? {};
  await execute(core, testCaller(), resetPassword, { token, password: 'new horse 22' });
  await expect(confirm((await queuedMails(core, wanted))[0]?.token)).rejects.toMatchObject({ code: 'LINK_INVALID' });
});
