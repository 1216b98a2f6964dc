import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';

export function useTeams() {
  const trpc = useTRPC();
  const teams = useQuery(trpc.admin.teams.list.queryOptions({}, { staleTime: 60_000 }));
  const options = (teams.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  return { teams, options };
}
