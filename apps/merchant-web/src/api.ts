import type { AppRouter } from '@forewarn/api/router';
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { currentLocale } from './app/preferences/locale.ts';
import { isTransient } from './app/problem/read-error.ts';
import { authorizedFetch } from './app/session/authorized-fetch.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2000,
      retry: (failures, error) => failures < 2 && isTransient(error),
      /* Offline is an error that is shown, not a spinner that never ends; when the network is back, so is the page. */
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});

/** For what is no query and no form's act. */
export const client = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: '/api/trpc',
      fetch: (input, init) => authorizedFetch(String(input), (init ?? {}) as RequestInit),
      headers: () => ({ 'accept-language': currentLocale() }),
    }),
  ],
});

/** The API's procedures as query and mutation options. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
