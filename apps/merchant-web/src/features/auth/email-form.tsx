import { EmailInput } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Stack, TextInput } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useForm } from '../../app/use-form.ts';
import { useAuthText } from './text.ts';

interface EmailFormProps {
  submit: string;
  initial?: string | undefined;
  busy: boolean;
  error: unknown;
  onEmail: (email: string) => void;
}

/** One address, one button: to be sent a link. */
export function EmailForm({ submit, initial, busy, error, onEmail }: EmailFormProps) {
  const text = useAuthText();
  const problemOf = useProblemOf();
  const problem = error === null ? undefined : problemOf(error);
  const { bind, onSubmit } = useForm({ schema: EmailInput, problem, onValid: ({ email }) => onEmail(email) });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
        <TextInput
          {...bind('email')}
          label={text.email}
          defaultValue={initial}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          size="md"
          autoFocus
        />
        <Button type="submit" size="md" fullWidth loading={busy}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
