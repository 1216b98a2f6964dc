import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';

/** What stands beside an alert, asked for apart: the alert is there at once, and shown without it when this fails. */
export function useRelated(id: number) {
  return useQuery(trpc.alerts.related.queryOptions({ id }, { staleTime: 15_000 }));
}
