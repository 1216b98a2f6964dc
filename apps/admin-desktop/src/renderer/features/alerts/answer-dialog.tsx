import { type AlertDetail, ANSWER_ACTIONS, AnswerInput } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useT } from '@forewarn/ui/i18n';
import { Button, Checkbox, Group, Modal, NativeSelect, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { EvidenceUpload } from './evidence-upload.tsx';
import { useAnswerText } from './text/answer.ts';

const REASON = AnswerInput.shape.reason;
interface Values {
  action: string;
  amount: number | string;
  reason: string;
  comments: string;
  preventiveActions: string;
  evidence: null;
  onBehalfReason: string;
  despiteRefund: boolean;
}

/** what a suspended or closed merchant can't answer any more, staff answer in its place, before the deadline. */
export function AnswerDialog({ alert, onClose }: { alert: AlertDetail; onClose: () => void }) {
  const t = useAnswerText();
  const words = useT();
  const labels = useAlertLabels();
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const form = useForm<Values>({
    initialValues: {
      action: '',
      amount: alert.amount,
      reason: '',
      comments: '',
      preventiveActions: '',
      evidence: null,
      onBehalfReason: '',
      despiteRefund: false,
    },
    validate: {
      action: (value) => (value === '' ? t.chooseFirst : null),
      amount: (value, { action }) =>
        action === 'REFUND' && !(Number(value) > 0 && Number(value) <= alert.amount) ? t.amountMissing : null,
      reason: (value) => (REASON.safeParse(value).success ? null : t.reasonHint),
      onBehalfReason: (value) => (REASON.safeParse(value).success ? null : t.onBehalfHint),
      evidence: (_, { action }) => (action === 'DISPUTE' && alert.evidenceFiles.length === 0 ? t.dispute : null),
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
  const refunded = problem?.code === 'ALERT_REFUNDED_BEFORE';
  const submit = ({ action, amount, reason, comments, preventiveActions, onBehalfReason, despiteRefund }: Values) => {
    const chosen = ANSWER_ACTIONS.find((one) => one === action);
    const refund = chosen === 'REFUND' || (chosen === 'MARK_FRAUD' && Number(amount) > 0);
    if (chosen)
      answer.mutate({
        id: alert.id,
        action: chosen,
        reason,
        comments: comments.trim() || null,
        preventiveActions: preventiveActions.trim() || null,
        evidence: alert.evidenceFiles.map(({ id }) => id),
        onBehalfReason,
        ...(refund && { refundAmount: Number(amount) }),
        ...(despiteRefund && { despiteRefund }),
      });
  };
  const refunds = form.values.action === 'REFUND' || form.values.action === 'MARK_FRAUD';
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
            required
            data={[
              { value: '', label: t.choose },
              ...ANSWER_ACTIONS.map((value) => ({ value, label: labels.action[value] })),
            ]}
            {...form.getInputProps('action')}
          />
          {refunds && (
            <NumberInput
              label={t.amount(alert.currency, format.money(alert.amount, alert.currency))}
              {...(form.values.action === 'MARK_FRAUD' ? { description: t.fraudAmount } : { required: true })}
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
          <Textarea label={t.comments} autosize maxLength={1000} {...form.getInputProps('comments')} />
          <Textarea label={t.preventive} autosize maxLength={1000} {...form.getInputProps('preventiveActions')} />
          <EvidenceUpload alert={alert} error={form.errors.evidence?.toString()} />
          <Textarea
            label={t.onBehalf}
            description={t.onBehalfHint}
            required
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('onBehalfReason')}
          />
          {refunded && <Checkbox label={t.despite} {...form.getInputProps('despiteRefund', { type: 'checkbox' })} />}
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
