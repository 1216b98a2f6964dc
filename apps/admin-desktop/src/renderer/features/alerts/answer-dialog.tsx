import { type AlertDetail, ANSWER_ACTIONS, AnswerInput, REFERENCE_MAX } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useT } from '@forewarn/ui/i18n';
import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { type AnswerValues, startingValues, takesAmount, takesReference, toAnswer } from './answer-values.ts';
import { EvidenceUpload } from './evidence-upload.tsx';
import { useAnswerText } from './text/answer.ts';

const REASON = AnswerInput.shape.reason;
interface AnswerDialogProps {
  alert: AlertDetail;
  /** Another answer takes the place of the one given. */
  correcting?: boolean;
  onClose: () => void;
}

/** what a suspended or closed merchant can't answer any more, staff answer in its place, and correct while it may be. */
export function AnswerDialog({ alert, correcting = false, onClose }: AnswerDialogProps) {
  const t = useAnswerText();
  const words = useT();
  const labels = useAlertLabels();
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const form = useForm<AnswerValues>({
    initialValues: startingValues(alert, correcting),
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
    (correcting ? trpc.alerts.correct : trpc.alerts.process).mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: correcting ? t.corrected : t.done });
        onClose();
        await cache.invalidateQueries(trpc.alerts.pathFilter());
        await cache.invalidateQueries(trpc.admin.pathFilter());
      },
    }),
  );
  const problem = answer.error && toProblem(answer.error);
  const refunded = problem?.code === 'ALERT_REFUNDED_BEFORE';
  const submit = (values: AnswerValues) => {
    const input = toAnswer(alert, values);
    if (input) answer.mutate(input);
  };
  const { action } = form.values;
  return (
    <Modal
      opened
      onClose={onClose}
      title={correcting ? t.correctTitle : t.title}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack gap="md">
          <Text size="sm">{correcting ? t.correctHint : t.hint}</Text>
          <NativeSelect
            label={t.action}
            required
            data={[
              { value: '', label: t.choose },
              ...ANSWER_ACTIONS.map((value) => ({ value, label: labels.action[value] })),
            ]}
            {...form.getInputProps('action')}
            onChange={({ currentTarget: { value } }) => {
              form.setFieldValue('action', value);
              form.setFieldValue('amount', value === 'REFUND' ? alert.amount : '');
            }}
          />
          {takesAmount(action) && (
            <NumberInput
              label={t.amount(alert.currency, format.money(alert.amount, alert.currency))}
              {...(action === 'MARK_FRAUD' ? { description: t.fraudAmount } : { required: true })}
              min={0}
              max={alert.amount}
              {...form.getInputProps('amount')}
            />
          )}
          {takesReference(action) && (
            <TextInput
              label={t.reference}
              description={t.referenceHint}
              maxLength={REFERENCE_MAX}
              {...form.getInputProps('refundReference')}
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
              {correcting ? t.correct : t.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
