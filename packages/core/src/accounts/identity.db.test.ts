import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { SECOND } from '../kernel/time.ts';
import { buildMerchant, queuedMails, testCaller, testCore, unique } from '../testing/index.ts';
import {
  changeEmail,
  changePassword,
  confirmTotp,
  login,
  newDeviceId,
  resetPassword,
  resolveActor,
  startTotp,
} from './index.ts';
import { stepAt, totpCode } from './totp.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const OLD = 'old horse 11';
const NEW = 'new horse 22';

/** Somebody signed in, with two-step verification. */
async function setUp() {
  const core = testCore({ db: database.db });
  const { email, userId } = await buildMerchant(core.db, { passwordHash: await core.ports.passwords.hash(OLD) });
  const { accessToken } = await execute(core, testCaller(), login, { account: email, password: OLD });
  const caller = testCaller(await resolveActor(core, accessToken));
  const { secret } = await execute(core, caller, startTotp, { password: OLD });
  const key = fromBase32(secret);
  const code = () => totpCode(key, stepAt(core.now()));
  const { recoveryCodes } = await execute(core, caller, confirmTotp, { code: code() });
  core.clock.advance(30 * SECOND);
  return { core, email, userId, caller, code, recoveryCodes };
}

const missing = { code: 'VALIDATION_FAILED', details: { fields: [{ path: 'code', code: 'REQUIRED' }] } };
const wrongCode = { code: 'CODE_WRONG', details: { fields: [{ path: 'code' }] } };

describe('C-251 A-044 where there is a second factor, password and address aren’t changed without it', () => {
  it('C-251 A-044 a new password takes the old one and a code, or a recovery code', async () => {
    const { core, caller, code, recoveryCodes } = await setUp();
    const change = (given: object) =>
      execute(core, caller, changePassword, { currentPassword: OLD, newPassword: NEW, ...given });
    await expect(change({})).rejects.toMatchObject(missing);
    await expect(change({ code: '' })).rejects.toMatchObject(missing);
    await expect(change({ code: 'AAAA' })).rejects.toMatchObject(wrongCode);
    await expect(change({ code: code(), currentPassword: 'wrong' })).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
      details: { fields: [{ path: 'currentPassword' }] },
    });
    await change({ code: code() });
    const back = { currentPassword: NEW, newPassword: OLD, code: recoveryCodes[0] };
    await execute(core, caller, changePassword, back);
    await expect(
      execute(core, caller, changePassword, { ...back, currentPassword: OLD, newPassword: NEW }),
    ).rejects.toMatchObject(wrongCode);
  });

  it('C-251 a password that is refused uses no code up', async () => {
    const { core, caller, code } = await setUp();
    const input = { currentPassword: OLD, code: code() };
    await expect(execute(core, caller, changePassword, { ...input, newPassword: 'password1' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    await execute(core, caller, changePassword, { ...input, newPassword: NEW });
  });

  it('C-251 a new address takes password and code', async () => {
    const { core, caller, code } = await setUp();
    const email = `${unique()}@example.test`;
    await expect(execute(core, caller, changeEmail, { email, password: OLD })).rejects.toMatchObject(missing);
    await expect(execute(core, caller, changeEmail, { email, password: OLD, code: '000' })).rejects.toMatchObject(
      wrongCode,
    );
    expect(await queuedMails(core, email)).toEqual([]);
    await execute(core, caller, changeEmail, { email, password: OLD, code: code() });
    expect(await queuedMails(core, email)).toHaveLength(1);
  });

  it('C-251 a code forgotten counts nothing, a wrong one does: three, then 30 minutes', async () => {
    const { core, caller, code } = await setUp();
    const change = (given: object) =>
      execute(core, caller, changePassword, { currentPassword: OLD, newPassword: NEW, ...given });
    for (let i = 0; i < 5; i++) await expect(change({})).rejects.toMatchObject(missing);
    for (let i = 0; i < 3; i++) await expect(change({ code: 'AAAA' })).rejects.toMatchObject(wrongCode);
    await expect(change({ code: code() })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
  });
});

it('A-349 A-048 a reset of the password forgets the devices that were known', async () => {
  const core = testCore({ db: database.db });
  const { email, userId } = await buildMerchant(core.db, { passwordHash: await core.ports.passwords.hash(OLD) });
  const device = newDeviceId();
  const enter = (password: string) =>
    execute(core, testCaller(undefined, { device }), login, { account: email, password });
  await enter(OLD);
  const known = () =>
    core.db
      .selectFrom('knownDevices')
      .select('deviceHash')
      .where('subjectId', '=', userId)
      .where('realm', '=', 'merchant')
      .execute();
  expect(await known()).toHaveLength(1);
  await execute(core, testCaller(), resetPassword, { email });
  const token = (await queuedMails(core, email)).find(({ kind }) => kind === 'account.reset')?.token;
  await execute(core, testCaller(), resetPassword, { token, password: NEW });
  expect(await known()).toEqual([]);
  await enter(NEW);
  expect(await known()).toHaveLength(1);
});

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
