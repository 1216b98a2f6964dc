import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useUser } from '../../app/use-session.ts';
import { useAccountText } from './text.ts';

/** the present password, a code where there is a second factor, and the new one. */
export function PasswordForm({ withCode }: { withCode: boolean }) {
  const t = useAccountText();
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const email = useUser()?.email ?? '';
  const [open, setOpen] = useState(false);
  const required = (value: string) => (value === '' ? t.required : null);
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', code: '' },
    validate: {
      currentPassword: required,
      newPassword: (value) => (/\p{L}/u.test(value) && /\d/.test(value) && value.length >= 8 ? null : t.nextHint),
      code: (value) => (withCode ? required(value.trim()) : null),
    },
  });
  const close = () => {
    setOpen(false);
    form.reset();
    change.reset();
  };
  const change = useMutation(
    trpc.auth.changePassword.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.saved, closeButtonProps: { 'aria-label': words.close } });
        close();
        await cache.invalidateQueries(trpc.auth.sessions.list.queryFilter());
      },
      onError: (error) => form.setErrors(toProblem(error).fields),
    }),
  );
  if (!open)
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t.change}
        </Button>
      </Group>
    );
  const problem = change.error && toProblem(change.error);
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ code, ...given }) => change.mutate({ ...given, ...(withCode && { code }) }))}
    >
      <Stack gap="md" maw={420}>
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t.present}
          autoComplete="current-password"
          autoFocus
          {...form.getInputProps('currentPassword')}
        />
        {withCode && (
          <TextInput
            label={t.code}
            description={t.codeHint}
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={40}
            {...form.getInputProps('code')}
          />
        )}
        <PasswordInput
          label={t.next}
          description={t.nextHint}
          autoComplete="new-password"
          {...form.getInputProps('newPassword')}
        />
        {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
        <Group gap="sm">
          <Button type="submit" loading={change.isPending}>
            {t.save}
          </Button>
          <Button variant="subtle" color="gray" onClick={close}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
