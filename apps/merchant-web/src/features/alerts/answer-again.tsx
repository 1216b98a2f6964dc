import type { AlertDetail } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { useAnswerText } from './text/index.ts';

/** What may still be done about an answer that was given: correct it, or send it once more; nothing once it has arrived. */
export function AnswerAgain({ alert, onCorrect }: { alert: AlertDetail; onCorrect: () => void }) {
  const { correct: text } = useAnswerText();
  const problemOf = useProblemOf();
  const user = useSessionUser();
  const key = { id: String(alert.id) };
  const again = useMutation(
    trpc.alerts.sendAgain.mutationOptions({
      onSuccess: (fresh) => {
        queryClient.setQueryData(trpc.alerts.get.queryKey(key), fresh);
        void queryClient.invalidateQueries(trpc.alerts.list.queryFilter());
      },
      onError: () => queryClient.invalidateQueries(trpc.alerts.get.queryFilter(key)),
    }),
  );
  const may = (user?.permissions.includes('alert:process') ?? false) && !user?.suspended;
  if (!alert.answer || !may) return null;
  const { correctable, resendable } = alert.answer;
  if (!correctable && !resendable) {
    const final = alert.feedbackStatus === 'SENT' || alert.feedbackStatus === 'ACCEPTED';
    return final ? (
      <Text size="sm" c="dimmed">
        {text.final}
      </Text>
    ) : null;
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {resendable ? text.againHint : text.correctHint}
      </Text>
      {again.isError && <ErrorNote problem={problemOf(again.error)} />}
      <Group gap="sm">
        {resendable && (
          <Button loading={again.isPending} onClick={() => again.mutate({ id: alert.id })}>
            {text.again}
          </Button>
        )}
        {correctable && (
          <Button variant={alert.feedbackStatus === 'REJECTED' ? 'filled' : 'default'} onClick={onCorrect}>
            {text.start}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
