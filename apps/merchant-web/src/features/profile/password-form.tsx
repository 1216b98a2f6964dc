import { ChangePasswordInput } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useAppText } from '../../app/i18n/index.ts';
import { NewPasswordField } from '../../app/new-password-field.tsx';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useForm } from '../../app/use-form.ts';
import { CodeField } from './code-field.tsx';
import { useProfileText } from './text.ts';

interface PasswordFormProps {
  email: string;
  companyName: string;
  /** Two-step verification is on. */
  withCode: boolean;
  onCancel: () => void;
  onChanged: () => void;
}

export function PasswordForm({ email, companyName, withCode, onCancel, onChanged }: PasswordFormProps) {
  const { signIn: text } = useProfileText();
  const { password: words } = useAppText();
  const t = useT();
  const problemOf = useProblemOf();
  const change = useMutation(trpc.auth.changePassword.mutationOptions({ onSuccess: onChanged }));
  const problem = change.isError ? problemOf(change.error) : undefined;
  const { bind, onSubmit } = useForm({
    schema: ChangePasswordInput,
    problem,
    onValid: (input) => change.mutate(input),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {text.passwordIntro}
        </Text>
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          {...bind('currentPassword')}
          label={text.yourPassword}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': words.show, tabIndex: 0 }}
          autoFocus
        />
        {withCode && <CodeField {...bind('code')} />}
        <NewPasswordField {...bind('newPassword')} label={text.newPassword} owner={() => ({ email, companyName })} />
        {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
        <Group gap="sm">
          <Button type="submit" loading={change.isPending}>
            {text.savePassword}
          </Button>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
