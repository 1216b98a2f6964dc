import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';

/** The notes of an alert; a change shows what the server has then. */
export function useNotes(id: number) {
  const query = useQuery(trpc.alertNotes.list.queryOptions({ id }));
  const kept = {
    onSuccess: (notes: typeof query.data) => queryClient.setQueryData(trpc.alertNotes.list.queryKey({ id }), notes),
  };
  const add = useMutation(trpc.alertNotes.add.mutationOptions(kept));
  const remove = useMutation(trpc.alertNotes.remove.mutationOptions(kept));
  const handOver = useMutation(
    trpc.alerts.handOver.mutationOptions({
      onSuccess: (alert) => {
        queryClient.setQueryData(trpc.alerts.get.queryKey({ id: String(id) }), alert);
        void queryClient.invalidateQueries(trpc.alerts.list.queryFilter());
      },
    }),
  );
  return { query, add, remove, handOver };
}
