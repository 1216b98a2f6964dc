import { forgetSession } from '@forewarn/core/accounts';
import { MINUTE } from '@forewarn/core/kernel/time';
import { unique } from '@forewarn/core/testing';
import { type Sandbox, startSandbox } from '@forewarn/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from '../testing/index.ts';

let sandbox: Sandbox;
let system: TestSystem;
beforeAll(async () => {
  sandbox = await startSandbox();
  system = await startTestSystem({ env: { AUTH_MODE: 'REMOTE', AUTH_URL: sandbox.http, AUTH_TIMEOUT_MS: '1000' } });
});
afterAll(async () => {
  await system.stop();
  await sandbox.stop();
});

const PASSWORD = 'right-1234';
const control = (path: string, body: object) =>
  fetch(`${sandbox.http}/__control/${path}`, { method: 'POST', body: JSON.stringify(body) });

/** Somebody the service knows; `auth` is what the API does with them. */
async function person(more: object = {}) {
  const username = `staff-${unique()}`;
  await control('auth/users', { username, password: PASSWORD, name: '王丽', roles: ['SYSTEM_ADMIN'], ...more });
  const headers = { 'x-client': 'api' };
  const signIn = (password = PASSWORD) =>
    system.client.call<{ accessToken: string; refreshToken: string; user: { id: number } }>(
      'POST',
      '/api/v1/auth/login',
      {
        headers,
        body: { account: username, password, realm: 'staff' },
      },
    );
  return { username, signIn, headers };
}

/** A minute passes for the open sessions: the service's last answer counts no longer, and nothing is remembered of them. */
async function later(): Promise<void> {
  const { core } = system;
  const before = new Date(Date.now() - MINUTE);
  const open = core.db.selectFrom('sessions').select('id').where('remoteTokenEnc', 'is not', null);
  await core.db.updateTable('sessions').set({ remoteAskedTime: before, remoteConfirmedTime: before }).execute();
  for (const { id } of await open.execute()) forgetSession(core, id);
}

describe('C-251 C-252 staff sign in at the operator’s own service, through the API', () => {
  it('C-251 sign in, act, renew, sign out', async () => {
    const settings = await system.client.call('GET', '/api/v1/auth/settings');
    expect(settings.body).toMatchObject({ data: { staff: 'REMOTE' } });
    const { signIn, headers } = await person();
    const wrong = await signIn('wrong');
    expect([wrong.status, wrong.body]).toMatchObject([401, { error: 'INVALID_CREDENTIALS' }]);
    const { accessToken, refreshToken } = (await signIn()).body.data;
    const list = await system.client.call('GET', '/api/v1/admin/staff', { token: accessToken, headers });
    expect(list.status).toBe(200);
    const renewed = await system.client.call<{ accessToken: string }>('POST', '/api/v1/auth/refresh', {
      headers,
      body: { refreshToken },
    });
    const token = renewed.body.data.accessToken;
    expect((await system.client.call('POST', '/api/v1/auth/logout', { token, headers, body: {} })).status).toBe(200);
    const gone = await system.client.call('GET', '/api/v1/admin/staff', { token, headers });
    expect([gone.status, gone.body]).toMatchObject([401, { error: 'SESSION_ENDED' }]);
  });

  it('C-251 a service that is away answers 503 with what to do, a refused account 403', async () => {
    const { signIn, username } = await person();
    await control('faults', { target: 'auth.login', mode: '500', times: 1 });
    const away = await signIn();
    expect([away.status, away.body]).toMatchObject([503, { error: 'SIGN_IN_SERVICE_AWAY', code: 50310 }]);
    await control('auth/users/disable', { username });
    const refused = await signIn();
    expect([refused.status, refused.body]).toMatchObject([403, { error: 'SIGN_IN_REFUSED' }]);
  });

  it('C-252 without the service people read, and change nothing; its “no” ends the session', async () => {
    const { signIn, username, headers } = await person();
    const { accessToken: token } = (await signIn()).body.data;
    const rename = () => system.client.call('PUT', '/api/v1/auth/me', { token, headers, body: { locale: 'en' } });
    expect((await rename()).status).toBe(200);
    await control('faults', { target: 'auth.validate', mode: 'timeout', times: 1 });
    await later();
    expect((await system.client.call('GET', '/api/v1/auth/me', { token, headers })).status).toBe(200);
    const refused = await rename();
    expect([refused.status, refused.body]).toMatchObject([503, { error: 'SIGN_IN_UNCONFIRMED' }]);
    await later();
    expect((await rename()).status).toBe(200);
    await control('auth/tokens/end', { username });
    await later();
    expect((await rename()).body).toMatchObject({ error: 'SESSION_ENDED' });
  });
});
