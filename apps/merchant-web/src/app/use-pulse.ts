import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';

/** Every five seconds while the page is looked at, and at once when it is looked at again. */
const EVERY = 5000;

/** Whether anything has changed in the merchant's alerts, and how many need an answer. */
export function usePulse() {
  return useQuery(
    trpc.alerts.pulse.queryOptions(
      {},
      {
        refetchInterval: EVERY,
        refetchIntervalInBackground: false,
        refetchOnWindowFocus: 'always',
        retry: false,
      },
    ),
  );
}
