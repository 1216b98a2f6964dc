import { Password } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { trpc } from '../../api.ts';
import { NewPasswordField } from '../../app/new-password-field.tsx';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { hasSession, signOut } from '../../app/session/session.ts';
import { useForm } from '../../app/use-form.ts';
import { AuthLayout } from './auth-layout.tsx';
import { DonePage } from './done.tsx';
import { LinkProblem, linkFault } from './link-gate.tsx';
import { useAuthText } from './text.ts';

const Schema = z.object({ password: Password });

interface SetPasswordProps {
  token: string;
  email: string;
  heading: string;
  intro: string;
}

/** A new password by a link. The address stands beside it unseen, so that password managers file it right. */
export function SetPassword({ token, email, heading, intro }: SetPasswordProps) {
  const { reset: text } = useAuthText();
  const problemOf = useProblemOf();
  const set = useMutation(
    trpc.auth.resetPassword.mutationOptions({ onSuccess: () => (hasSession() ? signOut() : undefined) }),
  );
  const problem = set.isError ? problemOf(set.error) : undefined;
  const { bind, onSubmit } = useForm({
    schema: Schema,
    problem,
    onValid: ({ password }) => set.mutate({ token, password }),
  });
  const fault = linkFault(set.error);
  if (fault) return <LinkProblem page={text.page} purpose="RESET" code={fault} />;
  if (set.data)
    return (
      <DonePage
        page={text.page}
        heading={text.doneHeading}
        intro={set.data.realm === 'staff' ? text.doneStaff : text.done}
        account={set.data.realm === 'staff' ? undefined : email}
      />
    );
  return (
    <AuthLayout page={text.page} heading={heading} intro={intro}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <NewPasswordField {...bind('password')} label={text.password} owner={() => ({ email })} size="md" autoFocus />
          <Button type="submit" size="md" fullWidth loading={set.isPending}>
            {text.submit}
          </Button>
        </Stack>
      </form>
    </AuthLayout>
  );
}
