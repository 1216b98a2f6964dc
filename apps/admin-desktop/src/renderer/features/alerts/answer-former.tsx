import type { GivenAnswer } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Stack, Text, Title } from '@mantine/core';
import { useAnswerText } from './text/answer.ts';
import { useAlertsText } from './text/index.ts';

/** Answers that a correction has replaced, newest first; nothing when there is none. */
export function AnswerFormer({ answers, currency }: { answers: readonly GivenAnswer[]; currency: string }) {
  const t = useAnswerText();
  const { failures } = useAlertsText().detail.answered;
  const labels = useAlertLabels();
  const format = useFormat();
  if (answers.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t.earlier(answers.length)}
      </Title>
      {answers.map((one) => (
        <div key={one.number}>
          <Text size="sm" fw={550}>
            {labels.action[one.action]}
            {one.refundAmount !== null && ` · ${format.money(one.refundAmount, currency)}`}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {one.reason}
          </Text>
          <Text size="xs" c="dimmed">
            {[
              format.time(one.submittedTime, 'exact'),
              one.submittedBy,
              one.failureReason !== null && failures[one.failureReason],
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
