import { SECOND } from '@forewarn/core/kernel/time';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '../api.ts';
import { bridge } from './bridge.ts';
import { useAppText } from './text.ts';
import { useMay } from './use-session.ts';

interface Pulse {
  /** Alerts in the work queue; undefined until known or when it isn't this person's to see. */
  waiting: number | undefined;
  /** The last question went unanswered. */
  stale: boolean;
}

/** The queue's heartbeat as a query: every screen that asks shares one answer. */
export function usePulse(): Pulse {
  const trpc = useTRPC();
  const allowed = useMay('alert:assign');
  const pulse = useQuery(
    trpc.admin.alerts.pulse.queryOptions(
      {},
      {
        enabled: allowed,
        refetchInterval: 5 * SECOND,
        refetchIntervalInBackground: true,
        refetchOnWindowFocus: 'always',
        retry: false,
        staleTime: 4 * SECOND,
      },
    ),
  );
  return { waiting: pulse.data?.needsAnswer, stale: pulse.isError };
}

/** What follows from the heartbeat, once an app: what is shown is read again, the badge counts, and a hidden window speaks up. */
export function usePulseEffects() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const t = useAppText();
  const allowed = useMay('alert:assign');
  const { data } = useQuery(trpc.admin.alerts.pulse.queryOptions({}, { enabled: allowed, staleTime: 4 * SECOND }));
  const before = useRef<typeof data>(undefined);

  useEffect(() => {
    const former = before.current;
    before.current = data;
    if (data === undefined) return;
    void bridge.shell.setBadge({ count: Math.min(data.needsAnswer, 9999) });
    if (former === undefined) return;
    if (former.newestId !== data.newestId || former.latestChange !== data.latestChange) {
      void client.invalidateQueries(trpc.admin.alerts.list.queryFilter());
      void client.invalidateQueries(trpc.alerts.get.queryFilter());
    }
    const more = data.needsAnswer - former.needsAnswer;
    if (more > 0 && !document.hasFocus()) {
      void bridge.shell.notify({ title: t.newWaiting(more), body: t.newWaitingBody, path: '/queue' });
    }
  }, [data, client, trpc, t]);
}
