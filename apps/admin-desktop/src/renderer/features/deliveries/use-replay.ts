import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../../api.ts';
import { usePreviewText } from './preview-text.ts';
import { useDeliveriesText } from './text.ts';

/** As many as one request takes, so that there is something to see. */
const AT_ONCE = 25;

export interface ReplayFailure {
  id: number;
  message: string;
}

/** The open delivery by itself, whatever its clock said; those that fail alike after it, each with a result of its own. */
export function useReplay() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const t = useDeliveriesText();
  const { alike } = usePreviewText();
  const [done, setDone] = useState(0);
  const mutation = useMutation({
    mutationFn: async ({ id, others, reason }: { id: number; others: readonly number[]; reason: string }) => {
      const failed: ReplayFailure[] = [];
      setDone(0);
      await client.admin.deliveries.replay.mutate({ id, reason });
      setDone(1);
      for (let at = 0; at < others.length; at += AT_ONCE) {
        const ids = others.slice(at, at + AT_ONCE);
        const { results } = await client.admin.deliveries.replayMany.mutate({ ids, reason });
        failed.push(...results.filter(({ ok }) => !ok).map((one) => ({ id: one.id, message: one.message ?? '' })));
        setDone((count) => count + ids.length);
      }
      return { queued: 1 + others.length - failed.length, failed };
    },
    onSuccess: ({ queued }) => notifications.show({ message: queued === 1 ? t.replayed : alike.done(queued) }),
    onSettled: () => cache.invalidateQueries(trpc.admin.deliveries.pathFilter()),
  });
  return { ...mutation, done };
}
