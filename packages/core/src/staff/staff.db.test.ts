import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, resolveActor } from '../accounts/index.ts';
import { execute } from '../kernel/execute.ts';
import { HOUR } from '../kernel/time.ts';
import { sendMail } from '../notifications/index.ts';
import { buildStaff, type StaffOptions, testCaller, testCore, unique } from '../testing/index.ts';
import {
  acceptInvitation,
  createTeam,
  disableStaff,
  enableStaff,
  getStaff,
  inviteStaff,
  listStaff,
  listTeams,
  readInvitation,
  removeInvitation,
  renameTeam,
  resendInvitation,
  updateStaff,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const PASSWORD = 'Passw0rd-ok';
async function setUp() {
  const core = testCore({ db: database.db });
  const passwordHash = await core.ports.passwords.hash(PASSWORD);
  const staff = (options: StaffOptions = {}) => buildStaff(core.db, { passwordHash, ...options });
  const boss = await staff({ roles: ['SYSTEM_ADMIN'] });
  const caller = testCaller(boss.actor);
  const person = { email: `Li.Na-${unique()}@Example.test`, name: '李娜', roles: ['PLATFORM_ADMIN'] };
  /** What the newest mail to somebody invited carries: the mail is really rendered and "sent". */
  const codeIn = async (id: number) => {
    const mail = await core.db
      .selectFrom('emailMessages')
      .select('id')
      .where('kind', '=', 'staff.invited')
      .where('dedupKey', 'like', `${id}:%`)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await sendMail(core, {
      outboxId: 1,
      attempt: 1,
      uncertain: false,
      createdTime: core.now(),
      deadline: null,
      payload: { emailId: mail.id },
    });
    return /<code>([\w-]{43})<\/code>/.exec(core.mails.at(-1)?.html ?? '')?.[1] ?? '';
  };
  const signIn = (account: string, password = PASSWORD) =>
    execute(core, testCaller(), login, { account, password, realm: 'staff' });
  return { core, staff, boss, caller, person, codeIn, signIn };
}

describe('A-033 A-306 staff by invitation', () => {
  it('is mailed a code and a link, sets name and password by it once, and signs in', async () => {
    const { core, caller, person, codeIn, signIn } = await setUp();
    const { id } = await execute(core, caller, inviteStaff, person);
    await expect(signIn(person.email, '')).rejects.toThrow();
    const code = await codeIn(id);
    expect(core.mails.at(-1)?.html).toContain(`forewarn://accept-invitation/${code}`);
    expect(await execute(core, testCaller(), readInvitation, { code })).toEqual({
      email: person.email.toLowerCase(),
      name: '李娜',
      roles: ['PLATFORM_ADMIN'],
    });
    const accept = { code, name: 'Li Na', password: 'Another-pass1' };
    expect(await execute(core, testCaller(), acceptInvitation, accept)).toEqual({ email: person.email.toLowerCase() });
    await expect(execute(core, testCaller(), acceptInvitation, accept)).rejects.toMatchObject({ code: 'LINK_USED' });
    const { user } = await signIn(person.email, 'Another-pass1');
    expect(user).toMatchObject({ name: 'Li Na', roles: ['PLATFORM_ADMIN'] });
  });

  it('is refused after 72 hours, when forged, and once it was sent again or taken back', async () => {
    const { core, caller, person, codeIn } = await setUp();
    const { id } = await execute(core, caller, inviteStaff, person);
    const first = await codeIn(id);
    const accept = (code: string) =>
      execute(core, testCaller(), acceptInvitation, { code, name: 'x', password: PASSWORD });
    await expect(accept('A'.repeat(43))).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await execute(core, caller, resendInvitation, { id });
    await expect(accept(first)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    const second = await codeIn(id);
    core.clock.advance(72 * HOUR);
    await expect(accept(second)).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    await execute(core, caller, resendInvitation, { id });
    const third = await codeIn(id);
    await execute(core, caller, removeInvitation, { id });
    await expect(accept(third)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await expect(execute(core, caller, getStaff, { id })).rejects.toMatchObject({ code: 'STAFF_NOT_FOUND' });
  });

  it('A-042 A-043 takes no weak password, and the code stays good', async () => {
    const { core, caller, person, codeIn } = await setUp();
    const { id } = await execute(core, caller, inviteStaff, person);
    const code = await codeIn(id);
    const accept = (password: string) => execute(core, testCaller(), acceptInvitation, { code, name: 'x', password });
    for (const weak of ['short-1', 'onlyletters', '1234567890'])
      await expect(accept(weak)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(accept(PASSWORD)).resolves.toBeDefined();
  });

  it('refuses an address in use, an unknown role and an unknown team, and a platform admin who tries', async () => {
    const { core, staff, caller, person, boss } = await setUp();
    const invite = (change: object) => execute(core, caller, inviteStaff, { ...person, ...change });
    await expect(invite({ email: boss.email })).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
    await expect(invite({ roles: ['NOBODY'] })).rejects.toMatchObject({ code: 'ROLE_NOT_FOUND' });
    await expect(invite({ teamId: 999_999 })).rejects.toMatchObject({ code: 'TEAM_NOT_FOUND' });
    const { actor } = await staff();
    await expect(execute(core, testCaller(actor), inviteStaff, person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('A-306 guard rails', () => {
  it('nobody changes their own roles or team or disables themselves', async () => {
    const { core, staff, boss, caller } = await setUp();
    await staff({ roles: ['SYSTEM_ADMIN'] });
    const me = await execute(core, caller, getStaff, { id: boss.id });
    const own = { code: 'OWN_RIGHTS' };
    const update = (change: object) =>
      execute(core, caller, updateStaff, { id: boss.id, version: me.version, ...change });
    await expect(update({ roles: ['SYSTEM_ADMIN', 'SALES'] })).rejects.toMatchObject(own);
    await expect(update({ teamId: null })).rejects.toMatchObject(own);
    await expect(execute(core, caller, disableStaff, { id: boss.id, reason: 'test' })).rejects.toMatchObject(own);
    await expect(update({ name: '新名字' })).resolves.toMatchObject({ name: '新名字' });
  });

  it('the last active system admin stays, also when two are taken away in the same moment', async () => {
    const { core, staff } = await setUp();
    const [a, b] = [await staff({ roles: ['SYSTEM_ADMIN'] }), await staff({ roles: ['SYSTEM_ADMIN'] })];
    await core.db
      .updateTable('staffUsers')
      .set({ status: 'DISABLED' })
      .where('id', 'not in', [a.id, b.id])
      .where('roles', 'like', '%SYSTEM_ADMIN%')
      .execute();
    const reason = 'leaves the company';
    const both = await Promise.allSettled([
      execute(core, testCaller(a.actor), disableStaff, { id: b.id, reason }),
      execute(core, testCaller(b.actor), updateStaff, { id: a.id, version: 1, roles: ['SALES'] }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'LAST_SYSTEM_ADMIN' });
  });

  it('who manages people but not roles gives nobody more than they have, and takes nothing from those who have more', async () => {
    const { core, staff, boss, person } = await setUp();
    const { actor } = await staff({ roles: ['PLATFORM_ADMIN'] });
    const lead = testCaller({ ...actor, grants: { ...actor.grants, 'staff:view': 'all', 'staff:manage': 'all' } });
    const beyond = { code: 'RIGHTS_BEYOND_OWN' };
    await expect(execute(core, lead, inviteStaff, { ...person, roles: ['SYSTEM_ADMIN'] })).rejects.toMatchObject(
      beyond,
    );
    await expect(execute(core, lead, disableStaff, { id: boss.id, reason: 'test' })).rejects.toMatchObject(beyond);
    await expect(
      execute(core, lead, updateStaff, { id: boss.id, version: 1, roles: ['PLATFORM_ADMIN'] }),
    ).rejects.toMatchObject(beyond);
    await expect(execute(core, lead, inviteStaff, person)).resolves.toBeDefined();
  });
});

it('A-306 disabling ends the sessions at once and keeps the person out; enabling lets them in again', async () => {
  const { core, staff, caller, signIn } = await setUp();
  const colleague = await staff();
  const { accessToken } = await signIn(colleague.email);
  await resolveActor(core, accessToken);
  expect(await execute(core, caller, disableStaff, { id: colleague.id, reason: 'on leave' })).toEqual({
    sessionsEnded: 1,
  });
  await expect(resolveActor(core, accessToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  await expect(signIn(colleague.email)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  await execute(core, caller, enableStaff, { id: colleague.id });
  await expect(signIn(colleague.email)).resolves.toBeDefined();
});

it('A-306 a change of roles counts within five seconds, and only in the version that was read', async () => {
  const { core, staff, caller, signIn } = await setUp();
  const colleague = await staff();
  const { accessToken } = await signIn(colleague.email);
  expect((await resolveActor(core, accessToken)).grants['alert:assign']).toBe('all');
  await execute(core, caller, updateStaff, { id: colleague.id, version: 1, roles: ['SALES'] });
  core.clock.advance(5000);
  expect((await resolveActor(core, accessToken)).grants['alert:assign']).toBeUndefined();
  const stale = execute(core, caller, updateStaff, { id: colleague.id, version: 1, roles: ['ADMIN'] });
  await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('C-263 the scope team shows and changes one’s own team alone; the others are not found', async () => {
  const { core, staff, caller, person } = await setUp();
  const { id: east } = await execute(core, caller, createTeam, { name: `East ${unique()}` });
  const { id: west } = await execute(core, caller, createTeam, { name: `West ${unique()}` });
  const [mine, theirs] = [await staff({ roles: ['SALES'] }), await staff({ roles: ['SALES'] })];
  await execute(core, caller, updateStaff, { id: mine.id, version: 1, teamId: east });
  await execute(core, caller, updateStaff, { id: theirs.id, version: 1, teamId: west });
  const { actor } = await staff({ roles: ['SALES_MANAGER'] });
  const lead = testCaller({
    ...actor,
    teamId: east,
    grants: { ...actor.grants, 'staff:view': 'team', 'staff:manage': 'team' },
  });
  const seen = await execute(core, lead, listStaff, { size: 100 });
  expect(seen.records.map(({ id }) => id)).toEqual([mine.id]);
  const missing = { code: 'STAFF_NOT_FOUND' };
  await expect(execute(core, lead, getStaff, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(execute(core, lead, disableStaff, { id: theirs.id, reason: 'test' })).rejects.toMatchObject(missing);
  await expect(execute(core, lead, updateStaff, { id: theirs.id, version: 2, name: 'x' })).rejects.toMatchObject(
    missing,
  );
  const elsewhere = execute(core, lead, inviteStaff, { ...person, roles: ['SALES'], teamId: west });
  await expect(elsewhere).rejects.toMatchObject({ code: 'TEAM_NOT_FOUND' });
  const inside = execute(core, lead, inviteStaff, { ...person, roles: ['SALES'], teamId: east });
  await expect(inside).resolves.toBeDefined();
});

it('people are found by part of name or address, by role, team and status; teams are made, renamed and counted', async () => {
  const { core, staff, caller } = await setUp();
  const name = `Team ${unique()}`;
  const { id: teamId } = await execute(core, caller, createTeam, { name });
  await expect(execute(core, caller, createTeam, { name })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
  await execute(core, caller, renameTeam, { id: teamId, name: `${name} A` });
  const tag = unique();
  const somebody = await staff({ name: `Zoë ${tag}`, roles: ['SALES', 'ADMIN'] });
  await execute(core, caller, updateStaff, { id: somebody.id, version: 1, teamId });
  const find = async (input: object) => (await execute(core, caller, listStaff, input)).records.map(({ id }) => id);
  for (const filter of [{ keyword: tag }, { keyword: somebody.email.slice(2) }, { teamId }, { teamId, role: 'ADMIN' }])
    expect(await find(filter), JSON.stringify(filter)).toEqual([somebody.id]);
  expect(await find({ teamId, role: 'SALES_MANAGER' })).toEqual([]);
  expect(await find({ keyword: tag, status: 'DISABLED' })).toEqual([]);
  expect(await execute(core, caller, listTeams, {})).toContainEqual({ id: teamId, name: `${name} A`, members: 1 });
});
