import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createClient, TRPCProvider } from '../api.ts';
import { Starting, Unreachable } from './notices.tsx';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
import type { Session } from './session.ts';
import { SessionContext, useSession, useSessionState } from './use-session.ts';

/** Everything below has a session, the server's procedures and a query cache. */
export function App({ session }: { session: Session }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(() => createClient(session));
  const [router] = useState(() => createAppRouter(session));
  return (
    <SessionContext value={session}>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={client} queryClient={queryClient}>
          <Pages router={router} onChange={() => queryClient.clear()} />
        </TRPCProvider>
      </QueryClientProvider>
    </SessionContext>
  );
}

interface PagesProps {
  router: ReturnType<typeof createAppRouter>;
  /** Somebody else is signed in, or nobody: nothing read before may be shown. */
  onChange: () => void;
}

function Pages({ router, onChange }: PagesProps) {
  const session = useSession();
  const state = useSessionState();
  const who = state.status === 'signed-in' ? state.user.id : state.status;
  const [before, setBefore] = useState(who);

  useEffect(() => {
    void session.start();
  }, [session]);
  useEffect(() => {
    if (before === who) return;
    setBefore(who);
    onChange();
    void router.invalidate();
  }, [before, who, onChange, router]);

  if (state.status === 'starting') return <Starting />;
  if (state.status === 'unreachable') return <Unreachable />;
  return <RouterProvider router={router} />;
}
