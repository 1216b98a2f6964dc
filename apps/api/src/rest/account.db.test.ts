import { unique } from '@forewarn/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, TEST_PASSWORD, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ services: ['web', 'worker'], sandbox: true });
});
afterAll(() => system.stop());

const PASSWORD = 'correct horse 7';
const call = <T = Record<string, unknown>>(method: string, path: string, body?: object, token?: string) =>
  system.client.call<T>(method, path, { ...(body && { body }), ...(token !== undefined && { token }) });

/** The token in the mail whose link leads to that page, once it has come. */
async function tokenFor(email: string, page: string): Promise<string> {
  for (;;) {
    const found = await fetch(`${system.sandbox?.http}/__control/mails?to=${encodeURIComponent(email)}`);
    const mails = (await found.json()) as { links: string[] }[];
    const link = mails.flatMap(({ links }) => links).find((one) => new URL(one).pathname === page);
    if (link) return new URL(link).searchParams.get('token') ?? '';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const applicant = () => ({
  companyName: 'Far Mountain Trading',
  contactPerson: 'Chen Jing',
  email: `chen-${unique()}@example.test`,
  phone: '+4930987654321',
  password: PASSWORD,
});
const statusOf = (email: string) =>
  system.core.db.selectFrom('merchants').select('status').where('email', '=', email).executeTakeFirst();

describe('a merchant’s account over REST', () => {
  it('A-032 A-034 A-036 A-045 A-053 A-054 registers, activates by mail and signs in by phone', async () => {
    const who = applicant();
    const registered = await call('POST', '/api/merchant/register', who);
    expect([registered.status, registered.body.data]).toEqual([200, { done: true }]);
    expect(await statusOf(who.email)).toEqual({ status: 'PENDING' });
    const early = await call('POST', '/api/v1/auth/login', { account: who.email, password: PASSWORD });
    expect(early.body.error).toBe('INVALID_CREDENTIALS');
    const token = await tokenFor(who.email, '/activate');
    const activated = await call('POST', '/api/v1/merchant/activate', { token });
    expect(activated.body.data).toEqual({ email: who.email, setPasswordToken: null });
    expect((await call('POST', '/api/v1/merchant/activate', { token })).body).toMatchObject({
      error: 'LINK_USED',
      code: 40007,
    });
    expect(await statusOf(who.email)).toEqual({ status: 'ACTIVE' });
    const signedIn = await call('POST', '/api/merchant/login', { account: '0049 30 987654321', password: PASSWORD });
    expect(signedIn.status).toBe(200);
  });

  it('A-042 A-043 A-045 says at which field what is wrong', async () => {
    const { status, body } = await call('POST', '/api/v1/merchant/register', {
      ...applicant(),
      phone: 'x',
      password: 'abcdefgh',
    });
    expect([status, body.details?.fields?.map(({ path, code }) => `${path} ${code}`)]).toEqual([
      400,
      ['phone PHONE_FORM', 'password PASSWORD_DIGIT'],
    ]);
  });

  it('A-384 answers to known and unknown addresses are the same to the letter', async () => {
    const { email } = await system.merchant();
    const known = [
      await call('POST', '/api/v1/merchant/register', { ...applicant(), email }),
      await call('POST', '/api/merchant/reset-password', { email }),
      await call('POST', '/api/v1/merchant/activate/resend', { email }),
    ];
    const nobody = `nobody-${unique()}@example.test`;
    const unknown = [
      await call('POST', '/api/v1/merchant/register', { ...applicant(), email: nobody }),
      await call('POST', '/api/merchant/reset-password', { email: `x-${nobody}` }),
      await call('POST', '/api/v1/merchant/activate/resend', { email: `x-${nobody}` }),
    ];
    const seen = (answers: typeof known) =>
      answers.map(({ status, headers, body }) => [
        status,
        body.data,
        [...headers.keys()].filter((name) => name !== 'date').sort(),
      ]);
    expect(seen(known)).toEqual(seen(unknown));
  });

  it('A-035 A-044 A-048 resets and changes the password', async () => {
    const { email, token } = await system.merchant();
    const before = await token();
    await call('POST', '/api/merchant/reset-password', { email });
    const link = await tokenFor(email, '/reset');
    const reset = await call('POST', '/api/merchant/reset-password', { token: link, password: PASSWORD });
    expect(reset.body.data).toMatchObject({ done: true, email });
    expect((await call('GET', '/api/v1/auth/me', undefined, before)).body.error).toBe('SESSION_ENDED');
    const now = await system.client.signIn(email, PASSWORD, 'merchant');
    const wrong = await call('PUT', '/api/v1/merchant/password', { currentPassword: 'no', newPassword: 'x' }, now);
    expect(wrong.body.details?.fields).toMatchObject([{ path: 'newPassword', code: 'PASSWORD_SHORT' }]);
    const refused = await call(
      'PUT',
      '/api/v1/merchant/password',
      { currentPassword: 'no', newPassword: TEST_PASSWORD },
      now,
    );
    expect(refused.body).toMatchObject({ code: 42231, details: { fields: [{ path: 'currentPassword' }] } });
    const changed = await call(
      'PUT',
      '/api/v1/merchant/password',
      { currentPassword: PASSWORD, newPassword: TEST_PASSWORD },
      now,
    );
    expect(changed.status).toBe(200);
    await system.client.signIn(email, TEST_PASSWORD, 'merchant');
  });

  it('A-272 A-273 A-378 shows and changes the profile, and colleagues', async () => {
    const { token } = await system.merchant();
    const mine = await token();
    const profile = await call(
      'PUT',
      '/api/v1/merchant/profile',
      { contactPerson: 'Li Na', phone: '+493055555' },
      mine,
    );
    expect(profile.body.data).toMatchObject({ contactPerson: 'Li Na', phoneSignsIn: true });
    const email = `colleague-${unique()}@example.test`;
    const invited = await call<{ id: number }>('POST', '/api/v1/merchant/colleagues', { email, role: 'VIEWER' }, mine);
    expect(invited.body.data).toMatchObject({ status: 'INVITED' });
    const link = await tokenFor(email, '/accept-invitation');
    const facts = await call('POST', '/api/v1/auth/link', { token: link, purpose: 'INVITE' });
    expect(facts.body.data).toMatchObject({ email, role: 'VIEWER' });
    await call('POST', '/api/v1/merchant/invitation', { token: link, name: 'Han', password: PASSWORD });
    const theirs = await system.client.signIn(email, PASSWORD, 'merchant');
    const forbidden = await call('PUT', '/api/v1/merchant/profile', { contactPerson: 'Han' }, theirs);
    expect(forbidden.body.error).toBe('FORBIDDEN');
    await call('POST', `/api/v1/merchant/colleagues/${invited.body.data.id}/disable`, {}, mine);
    expect((await call('GET', '/api/v1/auth/me', undefined, theirs)).body.error).toBe('SESSION_ENDED');
  });

  it('A-036 no link stands in the database in clear, nor sealed once its mail has gone', async () => {
    const who = { ...applicant(), phone: '+4930111111' };
    await call('POST', '/api/v1/merchant/register', who);
    const token = await tokenFor(who.email, '/activate');
    const mails = system.core.db.selectFrom('emailMessages').selectAll().where('recipient', '=', who.email);
    let [mail] = await mails.execute();
    while (mail?.status !== 'SENT') [mail] = await mails.execute();
    expect(mail.secretEnc).toBeNull();
    const rows = [mail, ...(await system.core.db.selectFrom('actionLinks').selectAll().execute())];
    expect(JSON.stringify(rows)).not.toContain(token);
    const audit = await system.core.db.selectFrom('auditLogs').selectAll().execute();
    expect(JSON.stringify(audit)).not.toMatch(new RegExp(`${token}|${PASSWORD}`));
  });
});

it('A-384 registration and reset share a limit for an address of the network', async () => {
  const strict = await startTestSystem({ env: { RATE_MAIL: '3/60' } });
  try {
    const ask = () =>
      strict.client.call('POST', '/api/v1/merchant/reset-password', { body: { email: 'a@example.test' } });
    const statuses = [];
    for (let time = 0; time < 4; time++) statuses.push((await ask()).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await ask()).headers.get('retry-after')).toMatch(/^\d+$/);
  } finally {
    await strict.stop();
  }
});
