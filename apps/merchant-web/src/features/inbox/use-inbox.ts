import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { usePulse } from '../../app/use-pulse.ts';

/** The list and the bell, which counts by the pulse. */
const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries(trpc.inbox.list.queryFilter()),
    queryClient.invalidateQueries(trpc.alerts.pulse.queryFilter()),
  ]);

export interface InboxView {
  page: number;
  size: number;
  unread: boolean;
}

/** A page of the inbox, asked for again when the bell changes. */
export function useInbox({ unread, ...page }: InboxView) {
  const list = useQuery(
    trpc.inbox.list.queryOptions({ ...page, ...(unread && { unread }) }, { placeholderData: keepPreviousData }),
  );
  const count = usePulse().data?.unread;
  const seen = useRef(count);
  useEffect(() => {
    if (count === undefined || count === seen.current) return;
    const first = seen.current === undefined;
    seen.current = count;
    if (!first) void queryClient.invalidateQueries(trpc.inbox.list.queryFilter());
  }, [count]);
  return list;
}

export const useRead = () => useMutation(trpc.inbox.read.mutationOptions({ onSuccess: refresh }));
export const useReadAll = () => useMutation(trpc.inbox.readAll.mutationOptions({ onSuccess: refresh }));
