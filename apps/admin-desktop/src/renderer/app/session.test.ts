import type { SessionUser } from '@forewarn/core/accounts/model';
import { afterEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../bridge/contract.ts';
import { ApiFailure, ServerUnreachable } from './api-failure.ts';
import { createSession } from './session.ts';

afterEach(() => vi.unstubAllGlobals());

const USER: SessionUser = {
  id: 2,
  realm: 'staff',
  roles: ['PLATFORM_ADMIN'],
  permissions: ['alert:view'],
  name: '赵强',
  locale: 'zh-CN',
  companyName: null,
  email: 'li@example.test',
  merchantId: null,
  totpEnabled: false,
  mustSetUpTotp: false,
  suspended: false,
};
const REFUSED = { code: 40103, error: 'SESSION_ENDED', message: 'ended', data: null, requestId: 'r-1' };

/** A server that knows one refresh token at a time, rotates it, and ends the access token when told. */
function server(kept: string | null = null) {
  const seen: string[] = [];
  const state = { kept, serial: 0, valid: '', away: false, refuse: false, busy: false };
  const grant = () => {
    state.serial += 1;
    state.valid = `access-${state.serial}`;
    const refreshToken = `rt_refresh_token_number_${state.serial}`;
    return Response.json({ data: { accessToken: state.valid, refreshToken, user: {} } });
  };
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    seen.push(url);
    if (state.away) throw new TypeError('fetch failed');
    if (url.endsWith('/login')) return state.refuse ? Response.json(REFUSED, { status: 401 }) : grant();
    if (url.endsWith('/refresh')) {
      if (state.busy) return Response.json({ ...REFUSED, error: 'UNAVAILABLE' }, { status: 503 });
      const { refreshToken }: { refreshToken: string } = JSON.parse(String(init.body));
      return state.refuse || refreshToken !== state.kept ? Response.json(REFUSED, { status: 401 }) : grant();
    }
    if (url.endsWith('/logout')) return Response.json({ data: { done: true } });
    const good = new Headers(init.headers).get('authorization') === `Bearer ${state.valid}`;
    if (!good) return Response.json({ error: {} }, { status: 401 });
    return Response.json({ result: { data: USER } });
  });
  const done = async () => ({ done: true });
  const remembered: (boolean | undefined)[] = [];
  const settings = async () => ({ serverAddress: 'https://x.example', serverAddressFixed: false, locale: null });
  const bridge: Bridge = {
    settings: {
      get: settings,
      setServer: settings,
      setLocale: settings,
      checkServer: async () => ({ address: '', state: 'ready', milliseconds: 1 }),
    },
    session: {
      keychain: async () => ({ state: 'keychain' }),
      load: async () => ({ refreshToken: state.kept }),
      store: async ({ refreshToken, remember }) => {
        state.kept = refreshToken;
        remembered.push(remember);
        return { persisted: true };
      },
      clear: async () => {
        state.kept = null;
        return { done: true };
      },
    },
    shell: {
      info: async () => ({ version: '', platform: '', shell: 'electron', electron: null }),
      openExternal: async () => ({ opened: false }),
      notify: async () => ({ shown: false }),
      saveFile: async () => ({ saved: false, fileName: null }),
      saveDownload: async () => ({ saved: false, fileName: null, failure: null }),
      setBadge: done,
    },
    on: { navigate: () => () => {}, command: () => () => {} },
  };
  return { seen, state, remembered, session: createSession(bridge, () => 'en') };
}

test('desktop: a sign-in is kept as asked, and renewals leave that as it is', async () => {
  const { session, state, remembered } = server();
  await session.signIn({ account: 'a', password: 'b', remember: false });
  expect(session.state()).toEqual({ status: 'signed-in', user: USER });
  state.valid = 'another';
  await session.fetch('/api/trpc/x');
  expect(remembered).toEqual([false, undefined]);
});

test('desktop: a start with a kept session goes on with it; without one it asks for a sign-in', async () => {
  const kept = server('rt_refresh_token_number_0');
  await kept.session.start();
  expect(kept.session.state()).toEqual({ status: 'signed-in', user: USER });
  const fresh = server();
  await fresh.session.start();
  expect(fresh.session.state()).toEqual({ status: 'signed-out', ended: false });
});

test('desktop: requests that expire together refresh once, and each is sent again once', async () => {
  const { session, state, seen } = server('rt_refresh_token_number_0');
  await session.start();
  seen.length = 0;
  state.valid = 'expired for everybody';
  const answers = await Promise.all([1, 2, 3].map((n) => session.fetch(`/api/trpc/q${n}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(seen.filter((url) => url.endsWith('/refresh'))).toHaveLength(1);
  expect(seen.filter((url) => url.startsWith('/api/trpc/'))).toHaveLength(6);
});

test('desktop: a refused renewal ends the session here and says so', async () => {
  const { session, state } = server('rt_refresh_token_number_0');
  await session.start();
  Object.assign(state, { valid: 'expired', refuse: true });
  expect((await session.fetch('/api/trpc/q')).status).toBe(401);
  expect(session.state()).toEqual({ status: 'signed-out', ended: true });
  expect(state.kept).toBeNull();
});

test('desktop: a server that is away keeps the session, at start and later', async () => {
  const { session, state } = server('rt_refresh_token_number_0');
  state.away = true;
  await session.start();
  expect(session.state()).toEqual({ status: 'unreachable' });
  expect(state.kept).toBe('rt_refresh_token_number_0');
  state.away = false;
  await session.start();
  state.away = true;
  await expect(session.fetch('/api/trpc/q')).rejects.toBeInstanceOf(ServerUnreachable);
  expect(session.state().status).toBe('signed-in');
});

test('desktop: a server too busy to renew the session doesn’t end it', async () => {
  const { session, state } = server('rt_refresh_token_number_0');
  await session.start();
  Object.assign(state, { valid: 'expired', busy: true });
  await expect(session.fetch('/api/trpc/q')).rejects.toMatchObject({ error: 'UNAVAILABLE' });
  expect([session.state().status, state.kept]).toEqual(['signed-in', 'rt_refresh_token_number_1']);
});

test('desktop: a refused sign-in carries the server’s words', async () => {
  const { session, state } = server();
  state.refuse = true;
  const failure = session.signIn({ account: 'a', password: 'b', remember: true });
  await expect(failure).rejects.toBeInstanceOf(ApiFailure);
  await expect(failure).rejects.toMatchObject({ error: 'SESSION_ENDED', message: 'ended', requestId: 'r-1' });
});

test('desktop: signing out works without the server', async () => {
  const { session, state } = server('rt_refresh_token_number_0');
  await session.start();
  state.away = true;
  await session.signOut();
  expect([session.state(), state.kept]).toEqual([{ status: 'signed-out', ended: false }, null]);
});
