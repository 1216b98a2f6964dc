import type { AlertSummary } from '@forewarn/core/alerts/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Button, Group, Stack, Text } from '@mantine/core';
import { BatchTotals } from './batch-totals.tsx';
import { useAnswerText, useBatchText } from './text/index.ts';
import type { BatchAnswer } from './use-batch-answer.ts';

interface BatchConfirmProps {
  alerts: readonly AlertSummary[];
  answer: BatchAnswer;
  onBack: () => void;
  onConfirm: () => void;
}

/** Says once more what is about to be sent for how many, and what follows. */
export function BatchConfirm({ alerts, answer, onBack, onConfirm }: BatchConfirmProps) {
  const text = useBatchText();
  const answerText = useAnswerText();
  const action = useAlertLabels().action[answer.action];
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{action}</Text>
        <Text size="sm" c="dimmed">
          {answerText.consequence[answer.action]}
        </Text>
      </div>
      <BatchTotals alerts={alerts} />
      <div>
        <Text size="xs" c="dimmed">
          {text.reason}
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {answer.reason}
        </Text>
      </div>
      {answer.action === 'REFUND' && (
        <Text size="sm" fw={550}>
          {text.refundWarning}
        </Text>
      )}
      <Text size="sm">{text.final(alerts.length)}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {text.back}
        </Button>
        <Button onClick={onConfirm} data-autofocus>
          {text.submit(alerts.length, action)}
        </Button>
      </Group>
    </Stack>
  );
}
