import type { AlertView } from '@forewarn/core/alert-views/model';
import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';

const refresh = () => queryClient.invalidateQueries(trpc.alertViews.list.queryFilter());

/** The reader's saved views; none while they load or if they can't be had: the list works without. */
export function useSavedViews(): readonly AlertView[] {
  return useQuery(trpc.alertViews.list.queryOptions({}, { staleTime: 60_000 })).data?.records ?? NONE;
}
const NONE: readonly AlertView[] = [];

export function useViewActs() {
  const settled = { onSettled: refresh };
  return {
    save: useMutation(trpc.alertViews.save.mutationOptions(settled)),
    rename: useMutation(trpc.alertViews.rename.mutationOptions(settled)),
    remove: useMutation(trpc.alertViews.remove.mutationOptions(settled)),
    arrange: useMutation(trpc.alertViews.arrange.mutationOptions(settled)),
  };
}
