import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';

/** Reasons of before, and what can be done with them; each change answers with the new list. */
export function useSnippets() {
  const query = useQuery(trpc.alerts.snippets.list.queryOptions({}, { staleTime: 60_000 }));
  const onSuccess = (data: NonNullable<typeof query.data>) =>
    queryClient.setQueryData(trpc.alerts.snippets.list.queryKey({}), data);
  const keep = useMutation(trpc.alerts.snippets.keep.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.alerts.snippets.remove.mutationOptions({ onSuccess }));
  return { snippets: query.data?.snippets ?? [], keep, remove };
}
