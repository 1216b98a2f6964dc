import { QueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { ServerUnreachable } from './api-failure.ts';

/** Tried again by itself only when the server couldn't be reached: what it refused, it refuses again. */
function isPassing(error: unknown): boolean {
  return error instanceof TRPCClientError && error.cause instanceof ServerUnreachable;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        retry: (count, error) => count < 2 && isPassing(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
