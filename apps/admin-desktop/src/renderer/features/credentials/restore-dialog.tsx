import { BACKUP_MAX, type CredentialRestored } from '@forewarn/core/platform/model';
import { ToneBadge } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels, useT } from '@forewarn/ui/i18n';
import { Button, FileInput, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useBackupText } from './backup-text.ts';
import { IdentityFields, WithIdentity } from './identity-fields.tsx';

/** Puts a backup's values back in force and says of each kind what came of it. */
export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const t = useBackupText();
  const words = useT();
  const [restored, setRestored] = useState<CredentialRestored>();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.restoreTitle}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {restored ? (
        <Results restored={restored} onClose={onClose} />
      ) : (
        <WithIdentity>
          {(withCode) => <RestoreForm withCode={withCode} onClose={onClose} onRestored={setRestored} />}
        </WithIdentity>
      )}
    </Modal>
  );
}

function Results({ restored, onClose }: { restored: CredentialRestored; onClose: () => void }) {
  const t = useBackupText();
  const words = useT();
  const format = useFormat();
  const labels = useStaffLabels().credentialKind;
  return (
    <Stack gap="md" role="status">
      <Text size="sm">
        {t.done} · {t.made(format.time(restored.backupTime, 'dated'))}
      </Text>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {restored.results.map(({ kind, result }) => (
          <Group component="li" key={kind} justify="space-between">
            <Text size="sm">{labels[kind]}</Text>
            <ToneBadge tone={result === 'RESTORED' ? 'positive' : 'muted'}>{t.result[result]}</ToneBadge>
          </Group>
        ))}
      </Stack>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {words.close}
        </Button>
      </Group>
    </Stack>
  );
}

interface RestoreFormProps {
  withCode: boolean;
  onClose: () => void;
  onRestored: (restored: CredentialRestored) => void;
}

function RestoreForm({ withCode, onClose, onRestored }: RestoreFormProps) {
  const t = useBackupText();
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const required = (value: string) => (value === '' ? t.required : null);
  const initialValues: { file: File | null; passphrase: string; password: string; code: string } = {
    file: null,
    passphrase: '',
    password: '',
    code: '',
  };
  const form = useForm({
    initialValues,
    validate: {
      file: (file) => (file === null ? t.required : file.size > BACKUP_MAX ? t.tooLarge : null),
      passphrase: required,
      password: required,
      code: (value) => (withCode ? required(value.trim()) : null),
    },
  });
  const restore = useMutation(
    trpc.admin.credentials.restore.mutationOptions({
      gcTime: 0,
      onSuccess: async (restored) => {
        await cache.invalidateQueries(trpc.admin.credentials.list.queryFilter());
        onRestored(restored);
      },
      onError: (error) => form.setErrors(toProblem(error).fields),
    }),
  );
  const problem = restore.error && toProblem(restore.error);
  const submit = form.onSubmit(async ({ file, passphrase, password, code }) => {
    const content = await file?.text().catch(() => undefined);
    // A file may have gone since it was chosen; an empty one is none of ours.
    if (!content) return form.setFieldError('file', t.unreadable);
    restore.mutate({ content, passphrase, password, ...(withCode && { code }) });
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t.restoreHint}</Text>
        <FileInput
          label={t.file}
          placeholder={t.choose}
          accept=".json,application/json"
          data-autofocus
          {...form.getInputProps('file')}
        />
        <PasswordInput label={t.passphrase} autoComplete="off" maxLength={200} {...form.getInputProps('passphrase')} />
        <IdentityFields
          withCode={withCode}
          password={form.getInputProps('password')}
          code={form.getInputProps('code')}
        />
        {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={restore.isPending}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={restore.isPending}>
            {t.restore}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
