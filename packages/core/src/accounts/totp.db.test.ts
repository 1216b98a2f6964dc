import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { MINUTE, SECOND } from '../kernel/time.ts';
import { listMerchants } from '../merchants/index.ts';
import { buildMerchant, buildStaff, testCaller, testCore, unique } from '../testing/index.ts';
import {
  confirmTotp,
  disableTotp,
  login,
  me,
  renewRecoveryCodes,
  resetTotp,
  resolveActor,
  securityState,
  startTotp,
} from './index.ts';
import { stepAt, totpCode } from './totp.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const PASSWORD = 'right-1234';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app does with the secret it is shown. */
function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

async function setUp(realm: 'merchant' | 'staff' = 'merchant') {
  const core = testCore({ db: database.db });
  const passwordHash = await core.ports.passwords.hash(PASSWORD);
  const roles = ['PLATFORM_ADMIN'] as const;
  const { email } = await (realm === 'merchant'
    ? buildMerchant(core.db, { passwordHash })
    : buildStaff(core.db, { passwordHash, roles }));
  const signIn = (code?: string, password = PASSWORD) =>
    execute(core, testCaller(), login, { account: email, password, realm, ...(code !== undefined && { code }) });
  const outcome = (code?: string, password?: string) =>
    signIn(code, password).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  const { accessToken } = await signIn();
  const caller = async () => testCaller(await resolveActor(core, accessToken));
  async function turnOn() {
    const { secret } = await execute(core, await caller(), startTotp, { password: PASSWORD });
    const key = fromBase32(secret);
    const code = () => totpCode(key, stepAt(core.now()));
    const { recoveryCodes } = await execute(core, await caller(), confirmTotp, { code: code() });
    core.clock.advance(30 * SECOND);
    return { secret, key, code, recoveryCodes };
  }
  const state = async () => execute(core, await caller(), securityState, {});
  const kinds = async () =>
    (
      await core.db.selectFrom('emailMessages').select('kind').where('recipient', '=', email).orderBy('id').execute()
    ).map(({ kind }) => kind);
  return { core, email, signIn, outcome, caller, turnOn, state, kinds };
}

describe('C-251 two-step verification', () => {
  it('C-251 is off until a code confirms the secret, and then every sign-in asks for a code', async () => {
    const { core, outcome, caller, turnOn, state, kinds } = await setUp();
    await execute(core, await caller(), startTotp, { password: PASSWORD });
    expect(await outcome()).toBe('in');
    const { code } = await turnOn();
    expect(await state()).toMatchObject({ totpEnabled: true, recoveryCodesLeft: 10, totpRequired: false });
    expect(await outcome()).toBe('TOTP_REQUIRED');
    expect(await outcome(undefined, 'wrong')).toBe('INVALID_CREDENTIALS');
    expect(await outcome(code())).toBe('in');
    expect(await kinds()).toContain('account.totp-on');
  });

  it('C-251 a code works once, even when two present it at the same moment', async () => {
    const { core, outcome, turnOn } = await setUp();
    const { code } = await turnOn();
    const both = await Promise.all([outcome(code()), outcome(code())]);
    expect(both.sort()).toEqual(['TOTP_INVALID', 'in']);
    core.clock.advance(30 * SECOND);
    expect(await outcome(code())).toBe('in');
  });

  it('C-251 a code from before the last one used is no good, although its time isn’t over', async () => {
    const { core, outcome, turnOn } = await setUp();
    const { key, code } = await turnOn();
    core.clock.advance(2 * MINUTE);
    const before = totpCode(key, stepAt(core.now()) - 1);
    expect(await outcome(code())).toBe('in');
    expect(await outcome(before)).toBe('TOTP_INVALID');
  });

  it('A-039 wrong codes count like wrong passwords; being asked for one doesn’t', async () => {
    const { core, outcome, turnOn } = await setUp();
    const { code } = await turnOn();
    for (let i = 0; i < 5; i++) expect(await outcome()).toBe('TOTP_REQUIRED');
    for (let i = 0; i < 3; i++) expect(await outcome('AAAA')).toBe('TOTP_INVALID');
    expect(await outcome(code())).toBe('INVALID_CREDENTIALS');
    core.clock.advance(30 * MINUTE);
    expect(await outcome(code())).toBe('in');
  });

  it('C-251 a recovery code works once, however it is typed, and the owner is told', async () => {
    const { outcome, turnOn, state, kinds } = await setUp();
    const { recoveryCodes } = await turnOn();
    expect(recoveryCodes).toHaveLength(10);
    const [first = ''] = recoveryCodes;
    expect(await outcome(first.toLowerCase().replaceAll('-', ' '))).toBe('in');
    expect(await outcome(first)).toBe('TOTP_INVALID');
    expect(await state()).toMatchObject({ recoveryCodesLeft: 9 });
    expect(await kinds()).toContain('account.recovery-used');
  });

  it('C-251 new recovery codes end the old ones', async () => {
    const { core, outcome, caller, turnOn } = await setUp();
    const { code, recoveryCodes } = await turnOn();
    const renewed = await execute(core, await caller(), renewRecoveryCodes, { password: PASSWORD, code: code() });
    expect(await outcome(recoveryCodes[3])).toBe('TOTP_INVALID');
    expect(await outcome(renewed.recoveryCodes[3])).toBe('in');
  });

  it('C-251 turning it off takes the password and a code, and the owner is told', async () => {
    const { core, outcome, caller, turnOn, kinds } = await setUp();
    const { code } = await turnOn();
    const off = async (password: string, given: string) =>
      execute(core, await caller(), disableTotp, { password, code: given });
    await expect(off('wrong', code())).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
      details: { fields: [{ path: 'password' }] },
    });
    await expect(off(PASSWORD, '000000')).rejects.toMatchObject({ code: 'CODE_WRONG' });
    expect(await outcome()).toBe('TOTP_REQUIRED');
    await expect(off(PASSWORD, code())).resolves.toEqual({ done: true });
    expect(await outcome()).toBe('in');
    expect(await kinds()).toContain('account.totp-off');
  });

  it('A-039 whoever holds a stolen session gets three guesses at the password, no more', async () => {
    const { core, caller } = await setUp();
    const start = async (password: string) => execute(core, await caller(), startTotp, { password });
    for (let i = 0; i < 3; i++) await expect(start('guess')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(start(PASSWORD)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    core.clock.advance(30 * MINUTE);
    const { accessToken } = await execute(core, testCaller(), login, {
      account: (
        await core.db.selectFrom('merchantUsers').select('email').orderBy('id', 'desc').executeTakeFirstOrThrow()
      ).email,
      password: PASSWORD,
    });
    const again = testCaller(await resolveActor(core, accessToken));
    await expect(execute(core, again, startTotp, { password: PASSWORD })).resolves.toMatchObject({
      uri: expect.stringMatching(/^otpauth:/),
    });
  });

  it('A-039 whoever holds a stolen session can’t try codes until one confirms a secret that was begun', async () => {
    const { core, caller } = await setUp();
    const { secret } = await execute(core, await caller(), startTotp, { password: PASSWORD });
    const confirm = async (code: string) => execute(core, await caller(), confirmTotp, { code });
    for (let i = 0; i < 3; i++) await expect(confirm('000000')).rejects.toMatchObject({ code: 'CODE_WRONG' });
    const right = totpCode(fromBase32(secret), stepAt(core.now()));
    await expect(confirm(right)).rejects.toMatchObject({ code: 'CODE_WRONG', details: { fields: [{ path: 'code' }] } });
  });

  it('A-327 neither secret nor recovery codes stand in the database in clear', async () => {
    const { core, turnOn } = await setUp();
    const { secret, key, recoveryCodes } = await turnOn();
    const rows = JSON.stringify([
      await core.db.selectFrom('merchantUsers').selectAll().execute(),
      await core.db.selectFrom('recoveryCodes').selectAll().execute(),
      await core.db.selectFrom('auditLogs').select('detail').execute(),
    ]);
    expect(rows).not.toContain(secret);
    for (const code of recoveryCodes) expect(rows).not.toContain(code);
    const sealed = await core.db.selectFrom('merchantUsers').select('totpSecretEnc').execute();
    expect(sealed.some(({ totpSecretEnc }) => totpSecretEnc?.includes(key))).toBe(false);
  });
});

describe('C-251 losing everything', () => {
  it('C-251 a system admin takes the second factor away, its owner is signed out and told; nobody does so for themselves', async () => {
    const { core, outcome, caller, turnOn, kinds } = await setUp('staff');
    await turnOn();
    const self = await caller();
    const { id: subjectId } = self.actor as { id: number };
    const system = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
    const reset = (by: typeof self, of: number) =>
      execute(core, by, resetTotp, { realm: 'staff', subjectId: of, reason: 'lost' });
    await expect(reset(self, subjectId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reset(testCaller(system.actor), system.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reset(testCaller(system.actor), subjectId)).resolves.toEqual({ done: true });
    await expect(caller()).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    expect(await outcome()).toBe('in');
    expect(await kinds()).toContain('account.totp-off');
  });
});

describe('C-251 a role that asks for it', () => {
  it('C-251 lets its people do nothing but set it up, and keeps it on', async () => {
    const { core, caller, turnOn } = await setUp('staff');
    const role = `GUARDED_${unique()}`.slice(0, 40).toUpperCase();
    const grants = JSON.stringify({ 'merchant:view': 'all' });
    const now = core.now();
    await core.db
      .insertInto('staffRoles')
      .values({ code: role, grants, requireTotp: 1, updatedBy: 'test', updatedTime: now })
      .execute();
    const { id } = (await caller()).actor as { id: number };
    await core.db.updateTable('staffUsers').set({ roles: role }).where('id', '=', id).execute();
    core.clock.advance(5 * SECOND);
    await expect(execute(core, await caller(), listMerchants, {})).rejects.toMatchObject({
      code: 'TOTP_SETUP_REQUIRED',
    });
    expect(await execute(core, await caller(), me, {})).toMatchObject({ mustSetUpTotp: true });
    const { code } = await turnOn();
    await expect(execute(core, await caller(), listMerchants, {})).resolves.toMatchObject({ current: 1 });
    await expect(
      execute(core, await caller(), disableTotp, { password: PASSWORD, code: code() }),
    ).rejects.toMatchObject({ code: 'TOTP_ENFORCED' });
  });
});
