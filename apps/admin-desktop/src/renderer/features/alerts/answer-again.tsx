import type { AlertAnswer, AlertDetail } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useAnswerText } from './text/answer.ts';

interface AnswerAgainProps {
  alert: Pick<AlertDetail, 'id' | 'feedbackStatus'>;
  answer: Pick<AlertAnswer, 'correctable' | 'resendable'>;
  onCorrect: () => void;
}

/** What may still be done about an answer: correct it, or send it once more. */
export function AnswerAgain({ alert, answer: { correctable, resendable }, onCorrect }: AnswerAgainProps) {
  const t = useAnswerText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const again = useMutation(
    trpc.alerts.sendAgain.mutationOptions({
      onSuccess: () => notifications.show({ message: t.sentAgain }),
      onSettled: () => cache.invalidateQueries(trpc.alerts.pathFilter()),
    }),
  );
  const final = alert.feedbackStatus === 'SENT' || alert.feedbackStatus === 'ACCEPTED';
  if (!correctable && !resendable && !final && !again.error) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {final ? t.final : resendable ? t.againHint : correctable && t.correctable}
      </Text>
      {again.error && <ErrorNote problem={toProblem(again.error)} />}
      {(correctable || resendable) && (
        <Group gap="xs">
          {resendable && (
            <Button loading={again.isPending} onClick={() => again.mutate({ id: alert.id })}>
              {t.again}
            </Button>
          )}
          {correctable && (
            <Button variant="default" onClick={onCorrect}>
              {t.correct}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
