import type { AppRouter } from '@forewarn/api/router';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { Session } from './app/session.ts';

/** Screens call the server through `useTRPC()`; the types come from its router, by `import type` alone. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export function createClient(session: Session) {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({ url: '/api/trpc', maxItems: 10, fetch: (input, init) => session.fetch(input, toInit(init)) }),
    ],
  });
}

interface TrpcRequest {
  body?: unknown;
  headers?: unknown;
  method?: string | undefined;
  signal?: AbortSignal | null | undefined;
}

/** tRPC's idea of a request → the browser's: its types allow for bodies and headers that only servers have. */
function toInit(init: TrpcRequest = {}): RequestInit {
  const made: RequestInit = {};
  if (init.method !== undefined) made.method = init.method;
  if (init.headers !== undefined) made.headers = init.headers as HeadersInit;
  if (typeof init.body === 'string') made.body = init.body;
  if (init.signal) made.signal = init.signal;
  return made;
}
