import { MINUTE } from '@forewarn/core/kernel/time';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api.ts';
import { useMay } from './use-session.ts';

/** Security events nobody has acknowledged; 0 for those who may not see them. */
export function useUnseenEvents(): number {
  const trpc = useTRPC();
  const enabled = useMay('security:view');
  const { data } = useQuery(
    trpc.admin.security.events.pulse.queryOptions({}, { enabled, refetchInterval: MINUTE / 2, retry: false }),
  );
  return data?.open ?? 0;
}
