import { type CredentialKind, CredentialUpdate } from '@forewarn/core/platform/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useStaffLabels, useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, NativeSelect, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useCredentialsText } from './text.ts';

interface CredentialDialogProps {
  kind: CredentialKind;
  /** There is one in use, which this one takes the place of. */
  replaces: boolean;
  onClose: () => void;
}

const OVERLAPS = ['0', '24', '168', '720'] as const;
/** Keys that verify pushes stay valid for a while; the others are only ever sent. */
const OVERLAPPING: readonly CredentialKind[] = ['SIGN_KEY', 'WEBHOOK_SECRET'];

/** Takes a new value. It leaves this dialog only towards the server, which never gives it back. */
export function CredentialDialog({ kind, replaces, onClose }: CredentialDialogProps) {
  const t = useCredentialsText();
  const words = useT();
  const name = useStaffLabels().credentialKind[kind];
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const overlapping = replaces && OVERLAPPING.includes(kind);
  const form = useForm({
    initialValues: { value: '', overlapHours: '168' },
    validate: {
      value: (value) => (CredentialUpdate.safeParse({ kind, value }).success ? null : t.valueHint[kind]),
    },
  });
  const update = useMutation(
    trpc.admin.credentials.update.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.saved(name), closeButtonProps: { 'aria-label': words.close } });
        await cache.invalidateQueries(trpc.admin.credentials.list.queryFilter());
        onClose();
      },
    }),
  );
  const problem = update.error && toProblem(update.error);
  const secret = kind === 'SIGN_KEY' || kind === 'WEBHOOK_SECRET';
  const Field = secret ? PasswordInput : TextInput;
  return (
    <Modal
      opened
      onClose={onClose}
      title={replaces ? t.dialog.replace(name) : t.dialog.enter(name)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form
        onSubmit={form.onSubmit(({ value, overlapHours }) =>
          update.mutate({ kind, value, overlapHours: overlapping ? Number(overlapHours) : 0 }),
        )}
        noValidate
      >
        <Stack gap="md">
          <Field
            label={t.value}
            description={t.valueHint[kind]}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            {...form.getInputProps('value')}
            error={form.errors.value ?? problem?.fields.value}
          />
          {overlapping && (
            <NativeSelect
              label={t.overlap}
              description={t.overlapHint}
              data={OVERLAPS.map((value) => ({ value, label: t.overlaps[value] }))}
              {...form.getInputProps('overlapHours')}
            />
          )}
          <Text size="sm">
            {t.consequence[kind]}
            {overlapping && form.values.overlapHours === '0' && ` ${t.noOverlap}`}
          </Text>
          {problem && !problem.fields.value && <ErrorNote problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={update.isPending}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {replaces ? t.replace : words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
