import { ChangeEmailInput } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useAppText } from '../../app/i18n/index.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useForm } from '../../app/use-form.ts';
import { CodeField } from './code-field.tsx';
import { useProfileText } from './text.ts';

interface EmailFormProps {
  /** Two-step verification is on. */
  withCode: boolean;
  onCancel: () => void;
  onSent: (email: string) => void;
}

export function EmailForm({ withCode, onCancel, onSent }: EmailFormProps) {
  const { signIn: text } = useProfileText();
  const { password: words } = useAppText();
  const t = useT();
  const problemOf = useProblemOf();
  const change = useMutation(trpc.auth.changeEmail.mutationOptions());
  const problem = change.isError ? problemOf(change.error) : undefined;
  const { bind, onSubmit } = useForm({
    schema: ChangeEmailInput,
    problem,
    onValid: (input) => change.mutate(input, { onSuccess: () => onSent(input.email) }),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {text.emailIntro}
        </Text>
        <TextInput
          {...bind('email')}
          label={text.newEmail}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          autoFocus
        />
        <PasswordInput
          {...bind('password')}
          label={text.yourPassword}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': words.show, tabIndex: 0 }}
        />
        {withCode && <CodeField {...bind('code')} />}
        {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
        <Group gap="sm">
          <Button type="submit" loading={change.isPending}>
            {text.sendLink}
          </Button>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
