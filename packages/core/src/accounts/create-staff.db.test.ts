import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { buildStaff, testCaller, testCore, unique } from '../testing/index.ts';
import { createStaff, login } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const boss = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
  const person = {
    email: `Li.Na-${unique()}@Example.test`,
    name: '李娜',
    roles: ['PLATFORM_ADMIN'],
    password: 'Passw0rd-ok',
  };
  return { core, person, boss: { ...testCaller(), actor: boss.actor } };
}

it('A-023 A-033 a system admin makes a staff account that can sign in', async () => {
  const { core, person, boss } = await setUp();
  await execute(core, boss, createStaff, person);
  const { user } = await execute(core, testCaller(), login, {
    account: person.email,
    password: person.password,
    realm: 'staff',
  });
  expect(user).toMatchObject({ name: '李娜', roles: ['PLATFORM_ADMIN'] });
});

it('refuses an address in use and changes nothing', async () => {
  const { core, person, boss } = await setUp();
  const { id } = await execute(core, boss, createStaff, person);
  await expect(execute(core, boss, createStaff, { ...person, name: 'Somebody else' })).rejects.toMatchObject({
    code: 'EMAIL_TAKEN',
  });
  expect(await core.db.selectFrom('staffUsers').select('name').where('id', '=', id).executeTakeFirst()).toEqual({
    name: '李娜',
  });
});

it.each(['short-1', 'onlyletters', '1234567890'])('A-042 A-043 refuses the password %s', async (password) => {
  const { core, person, boss } = await setUp();
  await expect(execute(core, boss, createStaff, { ...person, password })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
  });
});

it('A-030 a platform admin may not', async () => {
  const { core, person } = await setUp();
  const { actor } = await buildStaff(core.db, { roles: ['PLATFORM_ADMIN'] });
  await expect(execute(core, { ...testCaller(), actor }, createStaff, person)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
