import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { HOUR } from '../kernel/time.ts';
import { buildMerchant, buildStaff, queuedMails, testCaller, testCore, unique } from '../testing/index.ts';
import { changePassword, login, resetPassword, resolveActor } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const OLD = 'old horse 11';
const NEW = 'new horse 22';

async function setUp() {
  const core = testCore({ db: database.db });
  const passwordHash = await core.ports.passwords.hash(OLD);
  const { email, id, userId } = await buildMerchant(core.db, { passwordHash });
  const signIn = (password: string, realm: 'merchant' | 'staff' = 'merchant', account = email) =>
    execute(core, testCaller(), login, { account, password, realm });
  const reset = (input: object) => execute(core, testCaller(), resetPassword, input);
  const actorOf = (accessToken: string) => resolveActor(core, accessToken);
  return { core, email, id, userId, passwordHash, signIn, reset, actorOf };
}

describe('A-035 A-048 resetting a forgotten password', () => {
  it('by the mailed link, once: every session ends and the owner is told', async () => {
    const { core, email, signIn, reset, actorOf } = await setUp();
    const { accessToken } = await signIn(OLD);
    await expect(reset({ email: ` ${email.toUpperCase()}` })).resolves.toEqual({
      done: true,
      realm: null,
      email: null,
    });
    const [mail] = await queuedMails(core, email);
    await expect(reset({ token: mail?.token, password: NEW })).resolves.toMatchObject({ realm: 'merchant', email });
    await expect(actorOf(accessToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await expect(signIn(OLD)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await signIn(NEW);
    await expect(reset({ token: mail?.token, password: 'third horse 33' })).rejects.toMatchObject({
      code: 'LINK_USED',
    });
    expect((await queuedMails(core, email)).map(({ kind }) => kind)).toEqual([
      'account.reset',
      'account.password-changed',
      // Known devices are forgotten, so that the sign-in from this one is told again.
      'account.new-device',
    ]);
  });

  it('lifts the lock', async () => {
    const { core, email, signIn, reset } = await setUp();
    for (let time = 0; time < 3; time++) await signIn('wrong').catch(() => undefined);
    await expect(signIn(OLD)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await reset({ email });
    await reset({ token: (await queuedMails(core, email))[0]?.token, password: NEW });
    await signIn(NEW);
  });

  it('A-384 says the same about an address nobody has, and mails nobody', async () => {
    const { core, reset } = await setUp();
    const nobody = `nobody-${unique()}@example.test`;
    await expect(reset({ email: nobody })).resolves.toEqual({ done: true, realm: null, email: null });
    expect(await queuedMails(core, nobody)).toEqual([]);
  });

  it('the link ends after an hour, and a refused password uses nothing up', async () => {
    const { core, email, reset } = await setUp();
    await reset({ email });
    const token = (await queuedMails(core, email))[0]?.token;
    for (const [password, code] of [
      ['short1', 'PASSWORD_SHORT'],
      ['password1', 'PASSWORD_COMMON'],
    ])
      await expect(reset({ token, password })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { fields: [{ path: 'password', code }] },
      });
    core.clock.advance(HOUR);
    await expect(reset({ token, password: NEW })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
  });

  it('says which of its two shapes lacks what', async () => {
    const { reset } = await setUp();
    const fields = (path: string) => ({ details: { fields: [{ path, code: 'REQUIRED' }] } });
    await expect(reset({})).rejects.toMatchObject(fields('email'));
    await expect(reset({ token: 'x' })).rejects.toMatchObject(fields('password'));
  });

  it('serves a suspended merchant, and not a closed one', async () => {
    const { core, email, id, reset } = await setUp();
    const setStatus = (status: 'CLOSED' | 'SUSPENDED') =>
      core.db.updateTable('merchants').set({ status }).where('id', '=', id).execute();
    await setStatus('SUSPENDED');
    await reset({ email });
    const [mail] = await queuedMails(core, email);
    await setStatus('CLOSED');
    await expect(reset({ token: mail?.token, password: NEW })).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await reset({ email });
    expect(await queuedMails(core, email)).toHaveLength(1);
  });

  it('A-025 serves staff by their own realm', async () => {
    const { core, passwordHash, signIn, reset } = await setUp();
    const { email } = await buildStaff(core.db, { passwordHash });
    await reset({ email });
    expect(await queuedMails(core, email)).toEqual([]);
    await reset({ email, realm: 'staff' });
    const [mail] = await queuedMails(core, email);
    await expect(reset({ token: mail?.token, password: NEW })).resolves.toMatchObject({ realm: 'staff' });
    await signIn(NEW, 'staff', email);
  });
});

describe('A-044 changing the password', () => {
  async function signedIn() {
    const set = await setUp();
    const here = await set.signIn(OLD);
    const there = await set.signIn(OLD);
    const caller = testCaller(await set.actorOf(here.accessToken));
    const change = (currentPassword: string, newPassword: string) =>
      execute(set.core, caller, changePassword, { currentPassword, newPassword });
    return { ...set, here, there, change };
  }

  it('needs the old one; other sessions end, this one stays, and the owner is told', async () => {
    const { core, email, here, there, change, actorOf, signIn } = await signedIn();
    await change(OLD, NEW);
    await actorOf(here.accessToken);
    await expect(actorOf(there.accessToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await signIn(NEW);
    expect(await queuedMails(core, email)).toMatchObject([{ kind: 'account.password-changed' }]);
  });

  it('ends reset links that were asked for before', async () => {
    const { core, email, change, reset } = await signedIn();
    await reset({ email });
    const token = (await queuedMails(core, email))[0]?.token;
    await change(OLD, NEW);
    await expect(reset({ token, password: 'third horse 33' })).rejects.toMatchObject({ code: 'LINK_INVALID' });
  });

  it('counts wrong ones like failed sign-ins, in place at the field', async () => {
    const { change } = await signedIn();
    for (let time = 0; time < 3; time++)
      await expect(change('wrong', NEW)).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
        details: { fields: [{ path: 'currentPassword' }] },
      });
    await expect(change(OLD, NEW)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
  });

  it('A-042 A-043 holds the new one to the rule', async () => {
    const { change } = await signedIn();
    for (const [password, code] of [
      ['short1', 'PASSWORD_SHORT'],
      ['password1', 'PASSWORD_COMMON'],
      [OLD, 'PASSWORD_SAME'],
    ])
      await expect(change(OLD, password ?? '')).rejects.toMatchObject({
        details: { fields: [{ path: 'newPassword', code }] },
      });
  });
});
