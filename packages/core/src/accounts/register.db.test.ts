import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { HOUR } from '../kernel/time.ts';
import {
  buildMerchant,
  buildUser,
  queuedMails,
  type TestCore,
  testCaller,
  testCore,
  unique,
} from '../testing/index.ts';
import { activate, login, register, resendActivation, resetPassword } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

let numbers = 0;
function applicant() {
  numbers += 1;
  return {
    companyName: '远山贸易有限公司',
    contactPerson: '陈静',
    email: `chen-${unique()}@example.test`,
    phone: `+86139${String(10_000_000 + numbers)}`,
    password: 'correct horse 7',
  };
}

const setUp = () => testCore({ db: database.db });
const call = (core: TestCore) => ({
  register: (input: object) => execute(core, testCaller(), register, input),
  activate: (token: string) => execute(core, testCaller(), activate, { token }),
  resend: (email: string) => execute(core, testCaller(), resendActivation, { email }),
  signIn: (account: string, password: string) => execute(core, testCaller(), login, { account, password }),
});
const merchantOf = (core: TestCore, email: string) =>
  core.db.selectFrom('merchants').selectAll().where('email', '=', email).executeTakeFirst();
const lastMail = async (core: TestCore, email: string) => (await queuedMails(core, email)).at(-1);

describe('registration', () => {
  it('A-031 A-036 A-045 A-053 A-054 makes a PENDING merchant that the mailed link alone activates', async () => {
    const core = setUp();
    const to = call(core);
    const who = applicant();
    await expect(to.register({ ...who, email: who.email.toUpperCase() })).resolves.toEqual({ done: true });
    expect(await merchantOf(core, who.email)).toMatchObject({ status: 'PENDING', companyName: who.companyName });
    await expect(to.signIn(who.email, who.password)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });

    const mail = await lastMail(core, who.email);
    expect(mail).toMatchObject({ kind: 'account.activate' });
    expect(mail?.text).toContain(`https://merchant.example.test/activate?token=${mail?.token}`);
    await expect(to.activate(mail?.token ?? '')).resolves.toEqual({ email: who.email, setPasswordToken: null });
    expect(await merchantOf(core, who.email)).toMatchObject({ status: 'ACTIVE', activatedTime: core.now() });
    const { user } = await to.signIn(who.email, who.password);
    expect(user).toMatchObject({ roles: ['MERCHANT', 'OWNER'], name: '陈静', companyName: who.companyName });
    expect(await core.db.selectFrom('sessions').selectAll().where('subjectId', '=', user.id).execute()).toHaveLength(1);
  });

  it('A-034 A-347 the phone signs in once the account is confirmed, however it is written', async () => {
    const core = setUp();
    const to = call(core);
    const who = applicant();
    await to.register({ ...who, phone: ` ${who.phone.slice(3)} ` });
    await to.activate((await lastMail(core, who.email))?.token ?? '');
    await expect(to.signIn(who.phone, who.password)).resolves.toMatchObject({ user: { email: who.email } });
  });

  it('A-347 A-384 a phone of somebody else registers alike and stays theirs; one never confirmed blocks nobody', async () => {
    const core = setUp();
    const to = call(core);
    const [squatter, first, second] = [applicant(), applicant(), applicant()];
    await to.register({ ...squatter, phone: first.phone });
    await to.register(first);
    await to.activate((await lastMail(core, first.email))?.token ?? '');
    await expect(to.register({ ...second, phone: first.phone })).resolves.toEqual({ done: true });
    await to.activate((await lastMail(core, second.email))?.token ?? '');
    expect(await merchantOf(core, second.email)).toMatchObject({ phone: first.phone, phoneNorm: null });
    await expect(to.signIn(first.phone, first.password)).resolves.toMatchObject({ user: { email: first.email } });
  });

  it('A-042 A-043 refuses weak passwords with the reason at the field, in the reader’s language', async () => {
    const core = setUp();
    const who = applicant();
    const attempt = (password: string, locale: 'zh-CN' | 'en') =>
      execute(core, testCaller(undefined, { locale }), register, { ...who, password }).catch(
        (error: { details: { fields: unknown } }) => error.details.fields,
      );
    expect(await attempt('Ab1', 'zh-CN')).toEqual([
      { path: 'password', code: 'PASSWORD_SHORT', message: '密码至少 8 个字符。' },
    ]);
    expect(await attempt('password1', 'en')).toMatchObject([{ path: 'password', code: 'PASSWORD_COMMON' }]);
    expect(await attempt(`${who.email.split('@')[0]}9`, 'en')).toMatchObject([{ code: 'PASSWORD_EMAIL' }]);
    expect(await attempt('远山贸易有限公司 88', 'en')).toMatchObject([{ code: 'PASSWORD_COMPANY' }]);
    expect(await merchantOf(core, who.email)).toBeUndefined();
  });
});

it.each(['Win at https://evil.example', 'www.evil.example', 'Two\nlines'])(
  'a stranger’s words in a mail hold no link: %j',
  async (companyName) => {
    const core = setUp();
    const who = applicant();
    await expect(call(core).register({ ...who, companyName })).rejects.toMatchObject({
      details: { fields: [{ path: 'companyName', code: 'NAME_FORM' }] },
    });
    expect(await queuedMails(core, who.email)).toEqual([]);
  },
);

describe('A-384 a known address', () => {
  it('gets the same answer, changes nothing, and its holder is told once an hour', async () => {
    const core = setUp();
    const to = call(core);
    const { email, id } = await buildMerchant(core.db, { locale: 'en' });
    const before = await core.db.selectFrom('merchants').selectAll().where('id', '=', id).execute();
    for (let time = 0; time < 2; time++)
      await expect(to.register({ ...applicant(), email })).resolves.toEqual({ done: true });
    expect(await core.db.selectFrom('merchants').selectAll().where('id', '=', id).execute()).toEqual(before);
    expect(await queuedMails(core, email)).toMatchObject([
      { kind: 'account.exists', subject: 'You already have an account' },
    ]);
    core.clock.advance(HOUR);
    await to.register({ ...applicant(), email });
    expect(await queuedMails(core, email)).toHaveLength(2);
  });

  it('waits for the same step as an unknown one, so that time tells nothing', async () => {
    const core = setUp();
    const { email } = await buildMerchant(core.db);
    const time = async (work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      return (performance.now() - start) / 300;
    };
    const forgot = (address: string) => () => execute(core, testCaller(), resetPassword, { email: address });
    for (const address of [email, `nobody-${unique()}@example.test`]) {
      const steps = [
        await time(forgot(address)),
        await time(() => call(core).register({ ...applicant(), email: address })),
      ];
      for (const step of steps) expect(step).toBeGreaterThanOrEqual(0.99);
    }
  });

  it('an invited colleague who registers gets the invitation again', async () => {
    const core = setUp();
    const { id } = await buildMerchant(core.db);
    const { email } = await buildUser(core.db, id, { status: 'INVITED' });
    await call(core).register({ ...applicant(), email });
    expect(await queuedMails(core, email)).toMatchObject([{ kind: 'account.invited' }]);
  });
});

describe('registering again before the address is confirmed', () => {
  it('with the same password corrects what was written; the newer link counts', async () => {
    const core = setUp();
    const to = call(core);
    const who = applicant();
    await to.register(who);
    await to.register({ ...who, companyName: '远山国际贸易有限公司' });
    const [older, newer] = await queuedMails(core, who.email);
    await expect(to.activate(older?.token ?? '')).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await to.activate(newer?.token ?? '');
    expect(await merchantOf(core, who.email)).toMatchObject({ companyName: '远山国际贸易有限公司', status: 'ACTIVE' });
    await to.signIn(who.email, who.password);
  });

  it('a stranger overwrites nothing: with another password, neither counts, and the mailbox’s holder chooses one', async () => {
    const core = setUp();
    const to = call(core);
    const who = applicant();
    await to.register(who);
    await to.register({ ...applicant(), email: who.email, companyName: 'Somebody Else', password: 'another horse 8' });
    expect(await merchantOf(core, who.email)).toMatchObject({ companyName: who.companyName, phone: who.phone });
    const { setPasswordToken } = await to.activate((await lastMail(core, who.email))?.token ?? '');
    for (const password of [who.password, 'another horse 8'])
      await expect(to.signIn(who.email, password)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await execute(core, testCaller(), resetPassword, { token: setPasswordToken, password: 'my own horse 9' });
    await to.signIn(who.email, 'my own horse 9');
  });

  it('sends five links an hour at most, and the last one stays good', async () => {
    const core = setUp();
    const to = call(core);
    const who = applicant();
    await to.register(who);
    for (let time = 0; time < 6; time++) await to.resend(who.email);
    const mails = await queuedMails(core, who.email);
    expect(mails).toHaveLength(5);
    await to.activate(mails.at(-1)?.token ?? '');
  });
});

describe('A-037 the activation link', () => {
  it('works once, for 72 hours, and can be sent again', async () => {
    const core = setUp();
    const to = call(core);
    const who = applicant();
    await to.register(who);
    const late = (await lastMail(core, who.email))?.token ?? '';
    core.clock.advance(72 * HOUR);
    await expect(to.activate(late)).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    await to.resend(who.email);
    const token = (await lastMail(core, who.email))?.token ?? '';
    await expect(to.activate(`${token}x`)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await to.activate(token);
    await expect(to.activate(token)).rejects.toMatchObject({ code: 'LINK_USED' });
  });

  it('A-054 activates nothing but a PENDING merchant, and isn’t sent to others', async () => {
    const core = setUp();
    const to = call(core);
    const who = applicant();
    await to.register(who);
    await core.db.updateTable('merchants').set({ status: 'CLOSED' }).where('email', '=', who.email).execute();
    const token = (await lastMail(core, who.email))?.token ?? '';
    await expect(to.activate(token)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    expect(await merchantOf(core, who.email)).toMatchObject({ status: 'CLOSED' });
    await expect(to.resend(who.email)).resolves.toEqual({ done: true });
    await expect(to.resend(`nobody-${unique()}@example.test`)).resolves.toEqual({ done: true });
    expect(await queuedMails(core, who.email)).toHaveLength(1);
  });
});
