import { useQuery } from '@tanstack/react-query';
import { useTRPCClient } from '../api.ts';
import { bridge } from './bridge.ts';

/**
 * Where the server has its staff sign in: `REMOTE` is the operator's own service, which keeps passwords, second factors and accounts.
 * Undefined until the server has said so.
 */
export function useSignInMode(): 'LOCAL' | 'REMOTE' | undefined {
  const client = useTRPCClient();
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => bridge.settings.get() });
  const address = settings.data?.serverAddress ?? undefined;
  const mode = useQuery({
    // Another server, another answer.
    queryKey: ['sign-in-mode', address],
    queryFn: () => client.auth.signInSettings.query({}),
    enabled: address !== undefined,
    staleTime: 60_000,
  });
  return mode.data?.staff;
}
