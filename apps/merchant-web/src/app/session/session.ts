import type { SessionUser } from '@forewarn/core/accounts/model';
import { recall, remember } from '@forewarn/ui/memory';
import { useSyncExternalStore } from 'react';
import { callLogin, callLogout, callRefresh, type Session, type SignInInput } from './auth-calls.ts';
import { RequestError } from './request-error.ts';

/** Says that this browser has signed in, so that a stranger's first visit asks for no refresh. No secret. */
const HINT = 'forewarn.signed-in';
const LOCK = 'forewarn.refresh';

interface Current extends Session {
  /** Epoch ms after which the access token is renewed before use. */
  renewAt: number;
}

let current: Current | null = null;
let refreshing: Promise<Session | null> | undefined;
const listeners = new Set<() => void>();

function set(session: Session | null): void {
  current = session && { ...session, renewAt: Date.now() + (session.expiresIn - 30) * 1000 };
  remember(HINT, session ? '1' : null);
  for (const listener of listeners) listener();
}

/** Another tab signed out: so has this one. */
window.addEventListener('storage', (event) => {
  if (event.key === HINT && event.newValue === null && current) set(null);
});

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function hasSession(): boolean {
  return current !== null;
}

export function useSessionUser(): SessionUser | null {
  return useSyncExternalStore(onSessionChange, () => current?.user ?? null);
}

export async function signIn(input: SignInInput): Promise<void> {
  set(await callLogin(input));
}

/** Ends the session here at once, and on the server if it can be reached. */
export async function signOut(): Promise<void> {
  set(null);
  await callLogout().catch(() => undefined);
}

/** The session to work with: the present one, or the one its cookie can renew; null when the reader has to sign in. */
export async function activeSession(): Promise<Session | null> {
  if (current && Date.now() < current.renewAt) return current;
  return recall(HINT) === null && !current ? null : renewSession();
}

/** Renews the access token. Tabs take turns, because each renewal changes the cookie that the next one needs. */
export function renewSession(): Promise<Session | null> {
  refreshing ??= inTurn(renew).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  /* Absent outside https and localhost. */
  return 'locks' in navigator ? navigator.locks.request(LOCK, work) : work();
}

/** Only the server's word ends a session; a lost network doesn't. */
async function renew(): Promise<Session | null> {
  try {
    const session = await callRefresh();
    set(session);
    return session;
  } catch (error) {
    if (!(error instanceof RequestError) || !ENDED.has(error.data.error)) throw error;
    set(null);
    return null;
  }
}

const ENDED = new Set(['UNAUTHENTICATED', 'SESSION_ENDED', 'INVALID_CREDENTIALS', 'FORBIDDEN', 'VALIDATION_FAILED']);
