import type { AnswerInput } from '@forewarn/core/alerts/model';
import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';
import { errorData, isUncertain } from '../../app/problem/read-error.ts';

/** Refusals that mean: this page shows an old state. */
const OUTDATED = new Set([
  'ALERT_ALREADY_ANSWERED',
  'ALERT_HELD',
  'ALERT_NEEDS_NO_ANSWER',
  'ALERT_DEADLINE_PASSED',
  'ANSWER_FINAL',
  'ANSWER_UNDER_WAY',
  'ANSWER_NOT_GIVEN',
  'CONFLICT',
]);

/**
 * Sends an answer. The page shows the new state at once; when the reply got lost, or the alert had changed meanwhile, it
 * asks again how the alert stands, so that nobody answers twice on a guess.
 */
export function useAnswer(correcting: boolean) {
  return useMutation(
    (correcting ? trpc.alerts.correct : trpc.alerts.process).mutationOptions({
      onSuccess: (alert, { id }) => {
        queryClient.setQueryData(trpc.alerts.get.queryKey({ id: String(id) }), alert);
        void queryClient.invalidateQueries(trpc.alerts.list.queryFilter());
        void queryClient.invalidateQueries(trpc.alerts.pulse.queryFilter());
      },
      onError: (error, { id }) => {
        const data = errorData(error);
        const fileGone = data?.details?.fields?.some(({ path }) => path.startsWith('evidence.'));
        if (!isUncertain(error) && !fileGone && !OUTDATED.has(data?.error ?? '')) return;
        return queryClient.invalidateQueries(trpc.alerts.get.queryFilter({ id: String(id) }));
      },
    }),
  );
}

export type SendAnswer = (input: AnswerInput) => void;
