import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { login, resolveActor } from '../accounts/index.ts';
import { DEFAULT_GRANTS, type Grants } from '../kernel/access.ts';
import { execute } from '../kernel/execute.ts';
import { announceQueue, tellAdmins } from '../notifications/index.ts';
import { buildAlert, buildStaff, testCaller, testCore } from '../testing/index.ts';
import { createRole, inviteStaff, listRoles, removeRole, resetRole, updateRole } from './index.ts';

// Roles hold for everybody: each test has a database of its own.
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterEach(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const boss = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
  const caller = testCaller(boss.actor);
  const roleNow = async (code: string) => {
    const role = (await execute(core, caller, listRoles, {})).find((one) => one.code === code);
    if (!role) throw new Error(`no role ${code}`);
    return role;
  };
  const update = async (code: string, grants: Grants, change: object = {}) => {
    const { version, requireTotp } = await roleNow(code);
    return execute(core, caller, updateRole, { code, grants, requireTotp, version, ...change });
  };
  return { core, boss, caller, roleNow, update };
}

it('A-306 A-343 a right granted expressly counts within five seconds for who is signed in, and goes again with the reset', async () => {
  const { core, caller, roleNow, update } = await setUp();
  const passwordHash = await core.ports.passwords.hash('Passw0rd-ok');
  const admin = await buildStaff(core.db, { passwordHash });
  const { accessToken } = await execute(core, testCaller(), login, {
    account: admin.email,
    password: 'Passw0rd-ok',
    realm: 'staff',
  });
  const may = async () => (await resolveActor(core, accessToken)).grants['template:update'];
  expect(await may()).toBeUndefined();
  await update('PLATFORM_ADMIN', { ...DEFAULT_GRANTS.PLATFORM_ADMIN, 'template:update': 'all' });
  core.clock.advance(5000);
  expect(await may()).toBe('all');
  const { version, changed } = await roleNow('PLATFORM_ADMIN');
  expect(changed).toBe(true);
  await execute(core, caller, resetRole, { code: 'PLATFORM_ADMIN', version });
  core.clock.advance(5000);
  expect(await may()).toBeUndefined();
  expect(await roleNow('PLATFORM_ADMIN')).toMatchObject({ changed: false, grants: DEFAULT_GRANTS.PLATFORM_ADMIN });
});

it('A-306 two who change a role at the same time: one is told to look again', async () => {
  const { core, caller, update } = await setUp();
  await update('SALES', DEFAULT_GRANTS.SALES);
  const change = { code: 'SALES', grants: {}, requireTotp: false, version: 1 };
  const both = await Promise.allSettled([
    execute(core, caller, updateRole, change),
    execute(core, caller, updateRole, change),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'CONFLICT' });
});

it('A-306 the system admin’s hold over people and roles can’t be taken away, by nobody', async () => {
  const { core } = await setUp();
  const { actor } = await buildStaff(core.db, { roles: ['ADMIN'] });
  const other = testCaller({ ...actor, grants: { ...actor.grants, 'role:view': 'all', 'role:manage': 'all' } });
  const { 'staff:manage': _gone, ...less } = DEFAULT_GRANTS.SYSTEM_ADMIN;
  const take = (grants: Grants) =>
    execute(core, other, updateRole, { code: 'SYSTEM_ADMIN', grants, requireTotp: false, version: 0 });
  await expect(take(less)).rejects.toMatchObject({ code: 'ROLE_PROTECTED' });
  const { 'audit:export': _fine, ...fewer } = DEFAULT_GRANTS.SYSTEM_ADMIN;
  await expect(take(fewer)).resolves.toBeDefined();
});

it('A-306 nobody changes what they may do themselves; asking for a second factor is allowed', async () => {
  const { update, roleNow } = await setUp();
  const own = { code: 'OWN_RIGHTS' };
  await expect(
    update('SYSTEM_ADMIN', { ...DEFAULT_GRANTS.SYSTEM_ADMIN, 'customer:delete': 'all' }),
  ).rejects.toMatchObject(own);
  const { 'audit:export': _gone, ...less } = DEFAULT_GRANTS.SYSTEM_ADMIN;
  await expect(update('SYSTEM_ADMIN', less)).rejects.toMatchObject(own);
  await update('SYSTEM_ADMIN', DEFAULT_GRANTS.SYSTEM_ADMIN, { requireTotp: true });
  expect(await roleNow('SYSTEM_ADMIN')).toMatchObject({ requireTotp: true, changed: false });
});

it('A-306 C-262 a role is added, given, can’t be removed while somebody has it, and built-in ones never', async () => {
  const { core, caller, roleNow } = await setUp();
  const role = { code: 'AUDITOR', name: '审计员', grants: { 'audit:view': 'all' } as const };
  await execute(core, caller, createRole, role);
  await expect(execute(core, caller, createRole, role)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
  const { id } = await execute(core, caller, inviteStaff, {
    email: 'auditor@example.test',
    name: 'A',
    roles: ['AUDITOR'],
  });
  expect(await roleNow('AUDITOR')).toMatchObject({ name: '审计员', builtIn: false, members: 1, version: 1 });
  const remove = (code: string, version: number) => execute(core, caller, removeRole, { code, version });
  await expect(remove('AUDITOR', 1)).rejects.toMatchObject({ code: 'ROLE_IN_USE' });
  await core.db.updateTable('staffUsers').set({ roles: 'SALES' }).where('id', '=', id).execute();
  await remove('AUDITOR', 1);
  await expect(remove('AUDITOR', 1)).rejects.toMatchObject({ code: 'ROLE_NOT_FOUND' });
  await expect(remove('SALES', 0)).rejects.toMatchObject({ code: 'ROLE_PROTECTED' });
});

it('A-030 a platform admin sees no roles and changes none', async () => {
  const { core } = await setUp();
  const { actor } = await buildStaff(core.db);
  const refused = { code: 'FORBIDDEN' };
  await expect(execute(core, testCaller(actor), listRoles, {})).rejects.toMatchObject(refused);
  const change = { code: 'SALES', grants: {}, requireTotp: false, version: 0 };
  await expect(execute(core, testCaller(actor), updateRole, change)).rejects.toMatchObject(refused);
});

it('A-114 the queue’s mail goes to whoever may assign, by whatever role', async () => {
  const { core, caller, update } = await setUp();
  await execute(core, caller, createRole, { code: 'DESK', name: '值班', grants: { 'alert:assign': 'all' } });
  const at = new Date('2026-11-01T00:00:00.000Z');
  await core.db
    .insertInto('staffUsers')
    .values({ name: 'Desk', email: 'desk@example.test', roles: 'DESK', createdTime: at, updatedTime: at })
    .execute();
  const plain = await buildStaff(core.db);
  const { 'alert:assign': _gone, ...less } = DEFAULT_GRANTS.PLATFORM_ADMIN;
  await update('PLATFORM_ADMIN', less);
  await buildAlert(core.db, { merchantId: null, matchStatus: 'UNMATCHED' });
  announceQueue(() => undefined, core.now());
  const result = await tellAdmins(core, {
    outboxId: 1,
    attempt: 1,
    uncertain: false,
    createdTime: core.now(),
    deadline: null,
    payload: { window: 'test:first' },
  });
  await core.db.transaction().execute((tx) => result.settle?.(tx, () => undefined) ?? Promise.resolve());
  const to = await core.db.selectFrom('emailMessages').select('recipient').where('kind', '=', 'admin.queue').execute();
  const recipients = to.map(({ recipient }) => recipient);
  expect(recipients).toContain('desk@example.test');
  expect(recipients).not.toContain(plain.email);
});

it.each([{ 'alert:view': 'own' }, { 'credential:view': 'team' }, { 'profile:update': 'all' }])(
  'C-263 a scope that means nothing is refused: %j',
  async (grants) => {
    const { core, caller } = await setUp();
    const role = execute(core, caller, createRole, { code: 'ODD', name: 'odd', grants });
    await expect(role).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { fields: [{ path: 'grants' }] } });
  },
);
