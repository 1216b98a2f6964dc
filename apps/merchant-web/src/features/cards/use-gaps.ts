import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';

const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries(trpc.descriptors.gaps.queryFilter()),
    queryClient.invalidateQueries(trpc.cards.list.queryFilter()),
  ]);

export function useEnrolGap() {
  return useMutation(trpc.descriptors.enrol.mutationOptions({ onSettled: refresh }));
}

export function useDismissGap() {
  return useMutation(trpc.descriptors.dismiss.mutationOptions({ onSettled: refresh }));
}
