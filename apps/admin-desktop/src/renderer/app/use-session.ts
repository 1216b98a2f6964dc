import type { SessionUser } from '@forewarn/core/accounts/model';
import type { Permission } from '@forewarn/core/kernel/access';
import { createContext, use, useSyncExternalStore } from 'react';
import type { Session, SessionState } from './session.ts';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession outside of SessionContext');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** The signed-in person; undefined on the sign-in page. */
export function useUser(): SessionUser | undefined {
  const state = useSessionState();
  return state.status === 'signed-in' ? state.user : undefined;
}

export function useMay(permission: Permission): boolean {
  return useUser()?.permissions.includes(permission) ?? false;
}
