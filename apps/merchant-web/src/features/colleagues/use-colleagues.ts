import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';

const refresh = () => queryClient.invalidateQueries(trpc.colleagues.list.queryFilter());

export const useColleagues = () => useQuery(trpc.colleagues.list.queryOptions({}));

export const useInvite = () => useMutation(trpc.colleagues.invite.mutationOptions({ onSuccess: refresh }));
export const useResend = () => useMutation(trpc.colleagues.resend.mutationOptions({ onSettled: refresh }));
export const useWithdraw = () => useMutation(trpc.colleagues.remove.mutationOptions({ onSuccess: refresh }));
export const useChangeRole = () => useMutation(trpc.colleagues.changeRole.mutationOptions({ onSuccess: refresh }));
export const useDisable = () => useMutation(trpc.colleagues.disable.mutationOptions({ onSuccess: refresh }));
export const useEnable = () => useMutation(trpc.colleagues.enable.mutationOptions({ onSettled: refresh }));
