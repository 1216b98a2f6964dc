import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';

const refresh = () => queryClient.invalidateQueries(trpc.channels.list.queryFilter());

export const useChannels = () => useQuery(trpc.channels.list.queryOptions({}));

export const useAddChannel = () => useMutation(trpc.channels.add.mutationOptions({ onSuccess: refresh }));
export const useUpdateChannel = () => useMutation(trpc.channels.update.mutationOptions({ onSuccess: refresh }));
export const useRemoveChannel = () => useMutation(trpc.channels.remove.mutationOptions({ onSuccess: refresh }));
export const useTestChannel = () => useMutation(trpc.channels.test.mutationOptions({ onSettled: refresh }));
