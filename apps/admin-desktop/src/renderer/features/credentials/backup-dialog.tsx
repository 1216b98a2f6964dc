import { PASSPHRASE_MIN } from '@forewarn/core/platform/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { bridge } from '../../app/bridge.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useBackupText } from './backup-text.ts';
import { IdentityFields, WithIdentity } from './identity-fields.tsx';

/** The current credentials as a locked file, where the person wants it. */
export function BackupDialog({ onClose }: { onClose: () => void }) {
  const t = useBackupText();
  const words = useT();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.backUpTitle}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <WithIdentity>{(withCode) => <BackupForm withCode={withCode} onClose={onClose} />}</WithIdentity>
    </Modal>
  );
}

function BackupForm({ withCode, onClose }: { withCode: boolean; onClose: () => void }) {
  const t = useBackupText();
  const words = useT();
  const trpc = useTRPC();
  const toProblem = useProblem();
  const required = (value: string) => (value === '' ? t.required : null);
  const form = useForm({
    initialValues: { passphrase: '', again: '', password: '', code: '' },
    validate: {
      passphrase: (value) => (value.length < PASSPHRASE_MIN ? t.passphraseHint : null),
      again: (value, { passphrase }) => (value === passphrase ? null : t.different),
      password: required,
      code: (value) => (withCode ? required(value.trim()) : null),
    },
  });
  const backup = useMutation(
    trpc.admin.credentials.backup.mutationOptions({
      gcTime: 0,
      onSuccess: async ({ fileName: suggestedName, content }) => {
        const { saved, fileName } = await bridge.shell.saveFile({ suggestedName, content });
        if (!saved) return;
        const closeButtonProps = { 'aria-label': words.close };
        notifications.show({ message: t.saved(fileName ?? suggestedName), closeButtonProps });
        onClose();
      },
      onError: (error) => form.setErrors(toProblem(error).fields),
    }),
  );
  const problem = backup.error && toProblem(backup.error);
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ passphrase, password, code }) =>
        backup.mutate({ passphrase, password, ...(withCode && { code }) }),
      )}
    >
      <Stack gap="md">
        <Text size="sm">{t.backUpHint}</Text>
        <PasswordInput
          label={t.passphrase}
          description={t.passphraseHint}
          autoComplete="off"
          maxLength={200}
          data-autofocus
          {...form.getInputProps('passphrase')}
        />
        <PasswordInput label={t.again} autoComplete="off" maxLength={200} {...form.getInputProps('again')} />
        <IdentityFields
          withCode={withCode}
          password={form.getInputProps('password')}
          code={form.getInputProps('code')}
        />
        {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={backup.isPending}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={backup.isPending}>
            {t.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
