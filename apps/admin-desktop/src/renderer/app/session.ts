import { SessionUser } from '@forewarn/core/accounts/model';
import { z } from 'zod';
import { ApiFailure, ErrorBody, reach, ServerUnreachable } from './api-failure.ts';
import type { Bridge } from './bridge.ts';

export type SessionState =
  | { status: 'starting' }
  | { status: 'signed-out'; ended: boolean }
  | { status: 'signed-in'; user: SessionUser }
  /** A session may exist, but the server can't be asked. */
  | { status: 'unreachable' };

export interface SignIn {
  account: string;
  password: string;
  remember: boolean;
  /** Two-step verification: the second step's code. */
  code?: string;
}

export interface Session {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Goes on with the session in the keychain, if there is one. */
  start(): Promise<void>;
  signIn(input: SignIn): Promise<void>;
  signOut(): Promise<void>;
  /** Reads again who is signed in: something about the account has changed. */
  reload(): Promise<void>;
  /** `fetch` with the access token; an expired one is refreshed and the request sent once more. */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** The access token, for what the desktop fetches by itself; call it right after a `fetch`, which keeps it fresh. */
  token(): string | undefined;
}

/** Of the answer to a sign-in or refresh; who it is comes from `auth.me`, with permissions. */
const Tokens = z.object({ data: z.object({ accessToken: z.string(), refreshToken: z.string() }) });
const Me = z.object({ result: z.object({ data: SessionUser }) });

/** Answers to a renewal that mean “sign in again”; a busy or failing server (429, 5xx) doesn’t. */
const ENDED = [400, 401, 403];

/** Access token in memory; refresh token in the keychain, which every window of the app shares. */
export function createSession(bridge: Bridge, language: () => string): Session {
  let state: SessionState = { status: 'starting' };
  let accessToken: string | undefined;
  let refreshing: Promise<boolean> | undefined;
  const listeners = new Set<() => void>();

  function become(next: SessionState) {
    state = next;
    for (const listener of listeners) listener();
  }

  async function post(path: string, body: object): Promise<Response> {
    return reach(`/api/v1/auth/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Client': 'api', 'Accept-Language': language() },
      body: JSON.stringify(body),
    });
  }

  async function tokensOf(answer: Response): Promise<z.output<typeof Tokens>['data']> {
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok) return Tokens.parse(body).data;
    const failure = ErrorBody.safeParse(body);
    if (failure.success) throw new ApiFailure(answer.status, failure.data);
    throw new ServerUnreachable(`answer ${answer.status} is not of Forewarn`);
  }

  async function enter(answer: Response, remember?: boolean): Promise<void> {
    const tokens = await tokensOf(answer);
    accessToken = tokens.accessToken;
    const kept = remember === undefined ? {} : { remember };
    await bridge.session.store({ refreshToken: tokens.refreshToken, ...kept });
  }

  /** Answers whether there is a session. Windows take turns: the token changes with each use. */
  function refresh(): Promise<boolean> {
    refreshing ??= navigator.locks
      .request('forewarn.refresh', async () => {
        const { refreshToken } = await bridge.session.load();
        if (refreshToken === null) return false;
        try {
          await enter(await post('refresh', { refreshToken }));
          return true;
        } catch (error) {
          if (!(error instanceof ApiFailure && ENDED.includes(error.status))) throw error;
          await bridge.session.clear();
          return false;
        }
      })
      .finally(() => {
        refreshing = undefined;
      });
    return refreshing;
  }

  async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', language());
    if (accessToken !== undefined) headers.set('Authorization', `Bearer ${accessToken}`);
    return reach(input, { ...init, headers });
  }

  async function loadUser(): Promise<SessionUser> {
    const answer = await send('/api/trpc/auth.me');
    const body: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw new ServerUnreachable(`auth.me answered ${answer.status}`);
    return Me.parse(body).result.data;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      become({ status: 'starting' });
      try {
        if (await refresh()) become({ status: 'signed-in', user: await loadUser() });
        else become({ status: 'signed-out', ended: false });
      } catch {
        become({ status: 'unreachable' });
      }
    },
    async signIn({ remember, ...given }) {
      await enter(await post('login', { ...given, realm: 'staff', remember }), remember);
      become({ status: 'signed-in', user: await loadUser() });
    },
    async reload() {
      become({ status: 'signed-in', user: await loadUser() });
    },
    async signOut() {
      const { refreshToken } = await bridge.session.load();
      accessToken = undefined;
      await bridge.session.clear();
      become({ status: 'signed-out', ended: false });
      // The desktop has forgotten it already; the server ends it as soon as it can be reached.
      if (refreshToken !== null) await post('logout', { refreshToken }).catch(() => undefined);
    },
    async fetch(input, init) {
      const used = accessToken;
      const answer = await send(input, init);
      if (answer.status !== 401) return answer;
      if (accessToken !== used || (await refresh())) return send(input, init);
      accessToken = undefined;
      if (state.status === 'signed-in') become({ status: 'signed-out', ended: true });
      return answer;
    },
    token: () => accessToken,
  };
}
