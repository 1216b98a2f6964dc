import type { AlertDetail, AnswerInput } from '@forewarn/core/alerts/model';
import { type KeyValue, KeyValues } from '@forewarn/ui/data';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Stack, Text } from '@mantine/core';
import { useAnswerText } from './text/index.ts';

interface AnswerConfirmProps {
  alert: Pick<AlertDetail, 'amount' | 'currency' | 'evidenceFiles'>;
  answer: AnswerInput;
  opened: boolean;
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says once more what is about to be sent, and what follows. */
export function AnswerConfirm({ alert, answer, opened, busy, onConfirm, onCancel }: AnswerConfirmProps) {
  const text = useAnswerText();
  const labels = useAlertLabels();
  const format = useFormat();
  const refund = answer.refundAmount ?? null;
  const items: KeyValue[] = [
    { label: text.confirm.transaction, value: format.money(alert.amount, alert.currency) },
    {
      label: text.confirm.refund,
      value: refund === null ? text.confirm.noRefund : format.money(refund, alert.currency),
    },
    ...(answer.refundReference ? [{ label: text.confirm.reference, value: answer.refundReference }] : []),
    { label: text.reason, value: answer.reason, wide: true },
  ];
  if (alert.evidenceFiles.length > 0)
    items.push({
      label: text.confirm.evidence,
      value: alert.evidenceFiles.map(({ id, fileName }) => <div key={id}>{fileName}</div>),
      wide: true,
    });
  return (
    <ConfirmDialog
      opened={opened}
      title={text.confirm.title}
      confirmLabel={text.confirm.submit(labels.action[answer.action])}
      busy={busy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <Stack gap="md">
        <div>
          <Text fw={600}>{labels.action[answer.action]}</Text>
          <Text size="sm" c="dimmed">
            {text.consequence[answer.action]}
          </Text>
        </div>
        <KeyValues items={items} />
        {refund !== null && (
          <Text size="sm" fw={550}>
            {text.confirm.refundWarning}
          </Text>
        )}
        <Text size="sm">{text.confirm.final}</Text>
      </Stack>
    </ConfirmDialog>
  );
}
