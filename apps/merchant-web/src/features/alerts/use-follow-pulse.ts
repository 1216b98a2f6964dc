import { useEffect, useRef } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { usePulse } from '../../app/use-pulse.ts';

/** Asks again for what is on the page whenever the merchant's alerts have changed. */
export function useFollowPulse(): void {
  const { data } = usePulse();
  const signature = data && `${data.newestId} ${data.needsAnswer} ${data.latestChange}`;
  const seen = useRef(signature);
  useEffect(() => {
    if (signature === undefined || signature === seen.current) return;
    /* The first pulse says how things stand, not that they changed. */
    const first = seen.current === undefined;
    seen.current = signature;
    if (first) return;
    void queryClient.invalidateQueries(trpc.alerts.list.queryFilter());
    void queryClient.invalidateQueries(trpc.alerts.counts.queryFilter());
    void queryClient.invalidateQueries(trpc.alerts.get.queryFilter());
  }, [signature]);
}
