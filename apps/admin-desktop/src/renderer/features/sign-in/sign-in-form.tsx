import { ErrorNote } from '@forewarn/ui/feedback';
import { CodeStep } from '@forewarn/ui/security';
import { Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFailure } from '../../app/api-failure.ts';
import { bridge } from '../../app/bridge.ts';
import type { SignIn } from '../../app/session.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useSession, useSessionState } from '../../app/use-session.ts';
import { useSignInText } from './text.ts';

/** E-mail or phone and password, or what the operator's own service knows one by; password managers and paste work. */
export function SignInForm({ remote }: { remote: boolean }) {
  const t = useSignInText();
  const session = useSession();
  const state = useSessionState();
  const toProblem = useProblem();
  // Nothing can be kept without a keychain; the note below the form says so.
  const keychain = useQuery({ queryKey: ['keychain'], queryFn: () => bridge.session.keychain() });
  const form = useForm({
    initialValues: { account: '', password: '', remember: true },
    validate: {
      account: (value) => (value.trim() === '' ? t.required : null),
      password: (value) => (value === '' ? t.required : null),
    },
  });
  const signIn = useMutation({
    mutationFn: (values: SignIn) =>
      session.signIn({ ...values, remember: values.remember && keychain.data?.state === 'keychain' }),
  });
  /* The password was right, and a code is asked for: it alone is new in the next try. */
  const [second, setSecond] = useState(false);
  const { variables } = signIn;
  const failure = signIn.error instanceof ApiFailure ? signIn.error.error : undefined;
  if (variables && (second || failure === 'TOTP_REQUIRED'))
    return (
      <CodeStep
        busy={signIn.isPending}
        problem={signIn.error && failure !== 'TOTP_REQUIRED' ? toProblem(signIn.error) : undefined}
        onCode={(code) => {
          setSecond(true);
          signIn.mutate({ ...variables, code });
        }}
        onBack={() => {
          setSecond(false);
          signIn.reset();
        }}
      />
    );
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
      <Stack gap="md">
        {state.status === 'signed-out' && state.ended && signIn.isIdle && <ToneNote tone="warning">{t.ended}</ToneNote>}
        <TextInput
          label={remote ? t.remoteAccount : t.account}
          autoComplete="username"
          spellCheck={false}
          {...form.getInputProps('account')}
        />
        <PasswordInput label={t.password} autoComplete="current-password" {...form.getInputProps('password')} />
        {keychain.data?.state === 'keychain' && (
          <Checkbox label={t.remember} {...form.getInputProps('remember', { type: 'checkbox' })} />
        )}
        {signIn.error && <ErrorNote problem={toProblem(signIn.error)} />}
        <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
          {t.signIn}
        </Button>
      </Stack>
    </form>
  );
}
