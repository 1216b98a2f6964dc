import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { HOUR, MINUTE, SECOND } from '../kernel/time.ts';
import type { AuthService, RemoteSignIn, RemoteStanding, RemoteUser } from '../ports/staff-sign-in.ts';
import { disableStaff, inviteStaff, updateStaff } from '../staff/index.ts';
import { buildMerchant, buildStaff, type TestCore, testCaller, testCore, unique } from '../testing/index.ts';
import {
  changePassword,
  createStaff,
  login,
  logout,
  me,
  refresh,
  resetPassword,
  resetTotp,
  resolveActor,
  startTotp,
  updateMe,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const PASSWORD = 'right-1234';

/** A service whose next answers a test decides; asks are counted. */
function service(user: RemoteUser) {
  const asked = { login: 0, validate: 0 };
  const state: { entry: RemoteSignIn | undefined; standing: RemoteStanding; user: RemoteUser; expires: number } = {
    entry: undefined,
    standing: { kind: 'valid', permissions: [] },
    user,
    expires: 3600,
  };
  const port: AuthService = {
    async signIn(username, password) {
      asked.login++;
      if (state.entry) return state.entry;
      if (username !== state.user.username || password !== PASSWORD) return { kind: 'wrong' };
      return { kind: 'in', token: `token-${unique()}`, expiresInSeconds: state.expires, user: state.user };
    },
    async validate() {
      asked.validate++;
      return state.standing;
    },
  };
  return { port, asked, state };
}

function setUp(options: { roles?: string[]; localAdmins?: boolean; username?: string } = {}) {
  const username = options.username ?? `wang-${unique()}`;
  const remote = service({ id: `u-${unique()}`, username, name: '王丽', roles: options.roles ?? ['SYSTEM_ADMIN'] });
  const core = testCore({
    db: database.db,
    staffSignIn: { mode: 'REMOTE', service: remote.port, localAdmins: options.localAdmins ?? false },
  });
  const enter = (password = PASSWORD, account = username) =>
    execute(core, testCaller(), login, { account, password, realm: 'staff' });
  const outcome = (password?: string) =>
    enter(password).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  const callerOf = async (token: string) => testCaller(await resolveActor(core, token));
  const row = () =>
    core.db.selectFrom('staffUsers').selectAll().where('externalId', '=', remote.state.user.id).executeTakeFirst();
  return { core, username, enter, outcome, callerOf, row, ...remote };
}

/** The same database from another process: nothing remembered. */
function another(core: TestCore): TestCore {
  const { staffSignIn, cipher, tokens, passwords } = core.ports;
  return testCore({ db: core.db, clock: core.clock, staffSignIn, cipher, tokens, passwords });
}

describe('C-251 staff sign in at the operator’s own service', () => {
  it('C-251 a shadow account is made once and follows the service; tokens are ours and renewable', async () => {
    const { core, enter, row, state, callerOf, username } = setUp({ roles: ['SALES', 'MERCHANT_GOD'] });
    const first = await enter();
    expect(first.user).toMatchObject({ realm: 'staff', roles: ['SALES'], name: '王丽', email: username });
    const made = await row();
    expect(made).toMatchObject({ roles: 'SALES', username, status: 'ACTIVE', passwordHash: null });
    expect(core.logs).toContainEqual(expect.objectContaining({ level: 'warn' }));
    state.user = { ...state.user, name: '王莉', roles: ['SALES_MANAGER', 'SALES'] };
    await enter();
    expect(await row()).toMatchObject({ id: made?.id, name: '王莉', roles: 'SALES_MANAGER,SALES' });
    const renewed = await execute(core, testCaller(), refresh, { refreshToken: first.refreshToken });
    expect((await callerOf(renewed.accessToken)).actor).toMatchObject({ kind: 'staff', id: made?.id });
  });

  it('C-251 the service’s token is kept sealed, and goes when the session ends', async () => {
    const { core, enter, callerOf } = setUp();
    const { accessToken } = await enter();
    const { actor } = await callerOf(accessToken);
    const session = 'sessionId' in actor ? actor.sessionId : '';
    const kept = () =>
      core.db.selectFrom('sessions').select('remoteTokenEnc').where('id', '=', session).executeTakeFirstOrThrow();
    const sealed = (await kept()).remoteTokenEnc;
    expect(sealed?.includes('token-')).toBe(false);
    expect(
      core.ports.cipher.open(sealed ?? Buffer.alloc(0), `sessions.remote_token_enc.${session}`).toString(),
    ).toMatch(/^token-/);
    await execute(core, testCaller(actor), logout, {});
    expect((await kept()).remoteTokenEnc).toBeNull();
    await expect(resolveActor(another(core), accessToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });

  it('C-251 a wrong password counts and locks like one here; then the service isn’t asked any more', async () => {
    const { core, outcome, asked } = setUp();
    for (let i = 0; i < 3; i++) expect(await outcome('wrong')).toBe('INVALID_CREDENTIALS');
    expect(await outcome()).toBe('INVALID_CREDENTIALS');
    expect(asked.login).toBe(3);
    core.clock.advance(30 * MINUTE);
    expect(await outcome()).toBe('in');
  });

  it('C-251 a refused account, one without a role here and one disabled here hear it, and nothing is counted', async () => {
    const { core, outcome, state, row } = setUp();
    state.entry = { kind: 'refused' };
    for (let i = 0; i < 4; i++) expect(await outcome()).toBe('SIGN_IN_REFUSED');
    state.entry = undefined;
    state.user = { ...state.user, roles: ['OWNER', 'root'] };
    expect(await outcome()).toBe('SIGN_IN_REFUSED');
    expect(await row()).toBeUndefined();
    state.user = { ...state.user, roles: ['PLATFORM_ADMIN'] };
    expect(await outcome()).toBe('in');
    await core.db
      .updateTable('staffUsers')
      .set({ status: 'DISABLED' })
      .where('externalId', '=', state.user.id)
      .execute();
    expect(await outcome()).toBe('SIGN_IN_REFUSED');
  });

  it('C-251 a service that is away is said as that, and counts nothing', async () => {
    const { outcome, state } = setUp();
    state.entry = { kind: 'away' };
    for (let i = 0; i < 4; i++) expect(await outcome()).toBe('SIGN_IN_SERVICE_AWAY');
    state.entry = undefined;
    state.standing = { kind: 'away' };
    expect(await outcome()).toBe('SIGN_IN_SERVICE_AWAY');
    state.standing = { kind: 'valid', permissions: [] };
    expect(await outcome()).toBe('in');
  });

  it('C-251 a session lasts no longer than the service’s token, however often it is renewed', async () => {
    const { core, enter, state } = setUp();
    state.expires = 20 * 60;
    const { refreshToken } = await enter();
    core.clock.advance(19 * MINUTE);
    const renewed = await execute(core, testCaller(), refresh, { refreshToken });
    core.clock.advance(MINUTE);
    await expect(resolveActor(core, renewed.accessToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await expect(execute(core, testCaller(), refresh, { refreshToken: renewed.refreshToken })).rejects.toMatchObject({
      code: 'SESSION_ENDED',
    });
  });

  it('merchants go on signing in here', async () => {
    const { core, asked } = setUp();
    const { email } = await buildMerchant(core.db, { passwordHash: await core.ports.passwords.hash(PASSWORD) });
    await execute(core, testCaller(), login, { account: email, password: PASSWORD });
    expect(asked).toEqual({ login: 0, validate: 0 });
  });

  it('an address that is somebody else’s account here stays theirs', async () => {
    const taken = `taken-${unique()}@example.test`;
    const { core, enter, row } = setUp({ username: taken });
    const { id } = await buildStaff(core.db, { email: taken, passwordHash: await core.ports.passwords.hash(PASSWORD) });
    const { user } = await enter();
    expect(user.id).not.toBe(id);
    expect((await row())?.email).toMatch(/@staff\.invalid$/);
    expect(user.email).toBe(taken);
  });

  it('two first sign-ins at once make one account', async () => {
    const { core, enter, state } = setUp();
    await Promise.all([
      enter(),
      execute(another(core), testCaller(), login, { account: state.user.username, password: PASSWORD, realm: 'staff' }),
    ]);
    const rows = await core.db.selectFrom('staffUsers').select('id').where('externalId', '=', state.user.id).execute();
    expect(rows).toHaveLength(1);
  });
});

describe('C-252 the service confirms a session about once a minute', () => {
  it('C-252 one answer counts for all requests and processes for less than 60 seconds', async () => {
    const { core, enter, asked } = setUp();
    const { accessToken } = await enter();
    expect(asked.validate).toBe(1);
    const other = another(core);
    for (let i = 0; i < 9; i++) {
      core.clock.advance(5 * SECOND);
      await Promise.all([resolveActor(core, accessToken), resolveActor(other, accessToken)]);
    }
    expect(asked.validate).toBe(1);
    core.clock.advance(6 * SECOND);
    await Promise.all([resolveActor(core, accessToken), resolveActor(other, accessToken)]);
    expect(asked.validate).toBe(2);
  });

  it('C-252 “no longer valid” ends the session, here and for its refresh token', async () => {
    const { core, enter, state } = setUp();
    const { accessToken, refreshToken } = await enter();
    state.standing = { kind: 'ended' };
    await resolveActor(core, accessToken);
    core.clock.advance(MINUTE);
    await expect(resolveActor(core, accessToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await expect(execute(core, testCaller(), refresh, { refreshToken })).rejects.toMatchObject({
      code: 'SESSION_ENDED',
    });
  });

  it('C-252 while the service is away people can read and not change, until it answers again', async () => {
    const { core, enter, state, callerOf } = setUp();
    const { accessToken } = await enter();
    const rename = async () => execute(core, await callerOf(accessToken), updateMe, { locale: 'en' });
    await rename();
    state.standing = { kind: 'away' };
    core.clock.advance(MINUTE);
    await expect(execute(core, await callerOf(accessToken), me, {})).resolves.toMatchObject({ name: '王丽' });
    await expect(rename()).rejects.toMatchObject({ code: 'SIGN_IN_UNCONFIRMED' });
    core.clock.advance(5 * MINUTE);
    await expect(rename()).rejects.toMatchObject({ code: 'SIGN_IN_UNCONFIRMED' });
    state.standing = { kind: 'valid', permissions: [] };
    core.clock.advance(6 * SECOND);
    await rename();
  });

  it('C-252 its permissions narrow what the role grants, for every request and on the screen', async () => {
    const { core, enter, state, callerOf } = setUp({ roles: ['SALES'] });
    state.standing = { kind: 'valid', permissions: ['customer:view', 'user:manage'] };
    const { accessToken, user, refreshToken } = await enter();
    const caller = await callerOf(accessToken);
    const shown = await execute(core, caller, me, {});
    const renewed = await execute(core, testCaller(), refresh, { refreshToken });
    for (const { permissions } of [user, shown, renewed.user]) {
      expect(permissions).toContain('customer:view');
      expect(permissions).toContain('lead:view');
      expect(permissions).not.toContain('customer:create');
    }
  });
});

describe('C-251 what is the service’s business', () => {
  it('C-251 password, second factor, invitation, reset, name and roles are refused here', async () => {
    const { core, enter, callerOf, row } = setUp();
    const caller = await callerOf((await enter()).accessToken);
    const elsewhere = { code: 'SIGN_IN_ELSEWHERE' };
    const change = { currentPassword: PASSWORD, newPassword: 'another-pass-1' };
    await expect(execute(core, caller, changePassword, change)).rejects.toMatchObject(elsewhere);
    await expect(execute(core, caller, startTotp, { password: PASSWORD })).rejects.toMatchObject(elsewhere);
    await expect(execute(core, caller, updateMe, { name: 'X' })).rejects.toMatchObject(elsewhere);
    const invited = { email: `${unique()}@example.test`, name: 'X', roles: ['SALES'] };
    await expect(execute(core, caller, inviteStaff, invited)).rejects.toMatchObject(elsewhere);
    const email = (await row())?.email;
    await expect(execute(core, testCaller(), resetPassword, { realm: 'staff', email })).rejects.toMatchObject(
      elsewhere,
    );

    const other = setUp({ roles: ['SALES'] });
    await other.enter();
    const shadow = await other.row();
    const id = shadow?.id ?? 0;
    await expect(
      execute(core, caller, resetTotp, { realm: 'staff', subjectId: id, reason: 'lost' }),
    ).rejects.toMatchObject(elsewhere);
    const version = shadow?.version ?? 0;
    await expect(execute(core, caller, updateStaff, { id, version, roles: ['ADMIN'] })).rejects.toMatchObject(
      elsewhere,
    );
    await execute(core, caller, updateStaff, { id, version, name: '王丽', roles: ['SALES'], teamId: null });
    await execute(core, caller, disableStaff, { id, reason: 'left' });
    expect(await other.outcome()).toBe('SIGN_IN_REFUSED');
  });

  it('accounts from the command line get in by our password only when that is configured', async () => {
    for (const localAdmins of [false, true]) {
      const { core, asked, state } = setUp({ localAdmins });
      state.entry = { kind: 'away' };
      const email = `root-${unique()}@example.test`;
      const account = { email, name: 'Root', roles: ['SYSTEM_ADMIN' as const], password: 'break the glass 1' };
      await execute(core, testCaller({ kind: 'system', name: 'add-staff' }), createStaff, account);
      const enter = execute(core, testCaller(), login, { account: email, password: account.password, realm: 'staff' });
      if (!localAdmins) {
        await expect(enter).rejects.toMatchObject({ code: 'SIGN_IN_SERVICE_AWAY' });
        continue;
      }
      const { accessToken } = await enter;
      core.clock.advance(HOUR / 4 - SECOND);
      await resolveActor(core, accessToken);
      expect(asked).toEqual({ login: 0, validate: 0 });
      const invited = await buildStaff(core.db, { passwordHash: await core.ports.passwords.hash(PASSWORD) });
      await expect(
        execute(core, testCaller(), login, { account: invited.email, password: PASSWORD, realm: 'staff' }),
      ).rejects.toMatchObject({ code: 'SIGN_IN_SERVICE_AWAY' });
    }
  });

  it('a change of the way to sign in ends the sessions of the other way', async () => {
    const remote = setUp();
    const theirs = await remote.enter();
    const { cipher, tokens, passwords } = remote.core.ports;
    const local = testCore({ db: database.db, clock: remote.core.clock, cipher, tokens, passwords });
    const staff = await buildStaff(local.db, { passwordHash: await passwords.hash(PASSWORD) });
    const ours = await execute(local, testCaller(), login, {
      account: staff.email,
      password: PASSWORD,
      realm: 'staff',
    });
    for (const [core, { accessToken }] of [
      [local, theirs],
      [remote.core, ours],
    ] as const)
      await expect(resolveActor(core, accessToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });
});
