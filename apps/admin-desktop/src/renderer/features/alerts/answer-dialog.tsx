import { type AlertDetail, ANSWER_ACTIONS } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useAnswerText } from './text/answer.ts';

/** A dispute needs evidence, which is the merchant's to give. */
const ACTIONS = ANSWER_ACTIONS.filter((action) => action !== 'DISPUTE');

/** what a suspended or closed merchant can't answer any more, staff answer in its place, before the deadline. */
export function AnswerDialog({ alert, onClose }: { alert: AlertDetail; onClose: () => void }) {
  const t = useAnswerText();
  const words = useT();
  const labels = useAlertLabels();
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const form = useForm<{ action: string; amount: number | string; reason: string }>({
    initialValues: { action: '', amount: alert.amount, reason: '' },
    validate: {
      action: (value) => (value === '' ? t.chooseFirst : null),
      amount: (value, { action }) =>
        action === 'REFUND' && !(Number(value) > 0 && Number(value) <= alert.amount) ? t.amountMissing : null,
      reason: (value) => (value.trim().length < 2 ? t.reasonHint : null),
    },
  });
  const answer = useMutation(
    trpc.alerts.process.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.done });
        onClose();
        await cache.invalidateQueries(trpc.alerts.pathFilter());
        await cache.invalidateQueries(trpc.admin.pathFilter());
      },
    }),
  );
  const problem = answer.error && toProblem(answer.error);
  const submit = ({ action, amount, reason }: typeof form.values) => {
    const chosen = ACTIONS.find((one) => one === action);
    if (chosen)
      answer.mutate({
        id: alert.id,
        action: chosen,
        reason,
        ...(chosen === 'REFUND' && { refundAmount: Number(amount) }),
      });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack gap="md">
          <Text size="sm">{t.hint}</Text>
          <NativeSelect
            label={t.action}
            description={t.dispute}
            required
            data={[{ value: '', label: t.choose }, ...ACTIONS.map((value) => ({ value, label: labels.action[value] }))]}
            {...form.getInputProps('action')}
          />
          {form.values.action === 'REFUND' && (
            <NumberInput
              label={t.amount(alert.currency, format.money(alert.amount, alert.currency))}
              required
              min={0}
              max={alert.amount}
              {...form.getInputProps('amount')}
            />
          )}
          <Textarea
            label={t.reason}
            description={t.reasonHint}
            required
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('reason')}
          />
          {problem && <ErrorNote problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={answer.isPending}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={answer.isPending}>
              {t.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
