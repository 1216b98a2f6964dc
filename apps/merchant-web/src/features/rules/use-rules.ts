import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';

const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries(trpc.rules.list.queryFilter()),
    queryClient.invalidateQueries(trpc.rules.notices.queryFilter()),
  ]);

export const useRules = () => useQuery(trpc.rules.list.queryOptions({}, { refetchOnWindowFocus: 'always' }));

export const useCreateRule = () => useMutation(trpc.rules.create.mutationOptions({ onSuccess: refresh }));
export const useUpdateRule = () => useMutation(trpc.rules.update.mutationOptions({ onSuccess: refresh }));
export const useRemoveRule = () => useMutation(trpc.rules.remove.mutationOptions({ onSuccess: refresh }));
export const useOrderRules = () => useMutation(trpc.rules.order.mutationOptions({ onSettled: refresh }));
export const useBackTest = () => useMutation(trpc.rules.backTest.mutationOptions({ onSuccess: refresh }));
export const useSwitchOn = () => useMutation(trpc.rules.switchOn.mutationOptions({ onSuccess: refresh }));
export const usePauseRule = () => useMutation(trpc.rules.pause.mutationOptions({ onSettled: refresh }));
export const usePauseAll = () => useMutation(trpc.rules.pauseAll.mutationOptions({ onSuccess: refresh }));
