import { testCore } from '@forewarn/core/testing';
import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { type Sandbox, startSandbox } from '@forewarn/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testServices } from '../../config.ts';
import { createAuthService } from './client.ts';

let database: TestDatabase;
let sandbox: Sandbox;
beforeAll(async () => {
  database = await createTestDatabase(testServices().databaseUrl);
});
afterAll(() => database.drop());
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const PASSWORD = 'demo-auth-2026';

function setUp(url = sandbox.http, timeoutMs = 2000) {
  const core = testCore({ db: database.db });
  const requestId = crypto.randomUUID();
  const tag = { subject: 'staff:admin', requestId };
  const service = createAuthService(() => core, { url, timeoutMs });
  const control = (path: string, body: object) =>
    fetch(`${sandbox.http}/__control/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return {
    core,
    control,
    fault: (target: string, mode: string, more: object = {}) =>
      control('faults', { target: `auth.${target}`, mode, times: 1, ...more }),
    signIn: (password = PASSWORD, username = 'admin') => service.signIn(username, password, tag),
    validate: (token: string) => service.validate(token, tag),
    calls: () => database.db.selectFrom('interfaceCalls').selectAll().where('requestId', '=', requestId).execute(),
  };
}

describe('C-251 the operator’s own sign-in service', () => {
  it('C-251 tells a right password, a wrong one and a refused account apart', async () => {
    const { control, signIn } = setUp();
    const user = { username: 'admin', name: '管理员', roles: ['ADMIN', 'SALES_MANAGER'], id: expect.any(String) };
    expect(await signIn()).toEqual({ kind: 'in', token: expect.any(String), expiresInSeconds: 3600, user });
    expect(await signIn('wrong')).toEqual({ kind: 'wrong' });
    expect(await signIn('wrong', 'nobody')).toEqual({ kind: 'wrong' });
    await control('auth/users/disable', { username: 'admin' });
    expect(await signIn()).toEqual({ kind: 'refused' });
  });

  it.each(['500', '429', 'reset', 'broken-body'])(
    'C-251 %s is a service that is away, not a wrong password',
    async (mode) => {
      const { fault, signIn, validate } = setUp();
      await fault('login', mode);
      expect(await signIn()).toEqual({ kind: 'away' });
      const entry = await signIn();
      if (entry.kind !== 'in') throw new Error(entry.kind);
      await fault('validate', mode);
      expect(await validate(entry.token)).toEqual({ kind: 'away' });
      expect(await validate(entry.token)).toEqual({ kind: 'valid', permissions: [] });
    },
  );

  it('C-251 waits no longer than it is told, and a port where nobody listens is away, too', async () => {
    const { fault, signIn } = setUp(sandbox.http, 200);
    await fault('login', 'timeout');
    expect(await signIn()).toEqual({ kind: 'away' });
    expect(await setUp('http://127.0.0.1:1').signIn()).toEqual({ kind: 'away' });
  });

  it('C-252 a token that has ended, or 401 and 403 for it, end what rests on it', async () => {
    const { control, fault, signIn, validate } = setUp();
    const entry = await signIn();
    if (entry.kind !== 'in') throw new Error(entry.kind);
    for (const mode of ['401', '403']) {
      await fault('validate', mode);
      expect(await validate(entry.token)).toEqual({ kind: 'ended' });
    }
    await control('auth/tokens/end', { username: 'admin' });
    expect(await validate(entry.token)).toEqual({ kind: 'ended' });
  });

  it('C-252 after five failures in a row nobody is asked for half a minute', async () => {
    const { core, fault, signIn, calls } = setUp();
    await fault('login', '500', { times: 5 });
    for (let i = 0; i < 7; i++) expect(await signIn()).toEqual({ kind: 'away' });
    expect(await calls()).toHaveLength(5);
    core.clock.advance(30_000);
    expect(await signIn()).toMatchObject({ kind: 'in' });
  });

  it('A-244 A-245 each call stands in the interface log, without password and token', async () => {
    const { signIn, validate, calls } = setUp();
    const entry = await signIn();
    if (entry.kind !== 'in') throw new Error(entry.kind);
    await validate(entry.token);
    await signIn('wrong-password-7');
    const rows = await calls();
    expect(rows).toMatchObject([
      { operation: 'auth.login', method: 'POST', status: 200, outcome: 'DONE', subject: 'staff:admin' },
      { operation: 'auth.validate', method: 'GET', status: 200, outcome: 'DONE' },
      { operation: 'auth.login', status: 401, outcome: 'REFUSED' },
    ]);
    const text = JSON.stringify(rows);
    for (const secret of [PASSWORD, 'wrong-password-7', entry.token]) expect(text).not.toContain(secret);
  });
});
