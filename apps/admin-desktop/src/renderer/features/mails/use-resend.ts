import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useMailsText } from './text.ts';

/** sends mails again and says how many could be; the list and what is open are read anew. */
export function useResend(onDone: () => void = () => undefined) {
  const t = useMailsText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation(
    trpc.admin.mails.resend.mutationOptions({
      onSuccess: async ({ results }) => {
        const queued = results.filter(({ outcome }) => outcome === 'QUEUED').length;
        if (queued > 0) notifications.show({ color: 'green', message: t.resent(queued) });
        if (queued < results.length)
          notifications.show({ color: 'orange', message: t.notResent(results.length - queued) });
        onDone();
        await cache.invalidateQueries(trpc.admin.mails.pathFilter());
      },
    }),
  );
}
