import { ErrorNote } from '@forewarn/ui/feedback';
import { CodeStep } from '@forewarn/ui/security';
import { Button, Checkbox, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorData } from '../../app/problem/read-error.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { signIn } from '../../app/session/session.ts';
import { TextLink } from '../../app/text-link.tsx';
import { useAuthText } from './text.ts';

/**
 * The fields are read when the form is sent, not kept in state: what a password manager or autofill writes counts too.
 */
export function LoginForm({ account: known, onSignedIn }: { account?: string | undefined; onSignedIn: () => void }) {
  const text = useAuthText();
  const problemOf = useProblemOf();
  const [missing, setMissing] = useState({ account: false, password: false });
  const login = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });

  /* The password was right, and a code is asked for: it alone is new in the next try. */
  const asked = codeAsked(login.error);
  const [second, setSecond] = useState(false);
  const [typed, setTyped] = useState('');
  const { variables } = login;
  if (variables && (second || asked))
    return (
      <CodeStep
        busy={login.isPending}
        problem={
          login.isError && errorData(login.error)?.error !== 'TOTP_REQUIRED' ? problemOf(login.error) : undefined
        }
        onCode={(code) => {
          setSecond(true);
          login.mutate({ ...variables, code });
        }}
        onBack={() => {
          setTyped(variables.account);
          setSecond(false);
          login.reset();
        }}
      />
    );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const account = String(data.get('account') ?? '').trim();
    const password = String(data.get('password') ?? '');
    setMissing({ account: account === '', password: password === '' });
    if (account === '' || password === '') {
      form.querySelector<HTMLInputElement>(account === '' ? '[name=account]' : '[name=password]')?.focus();
      return;
    }
    login.mutate({ account, password, remember: data.get('remember') === 'on' });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {login.isError && <ErrorNote problem={problemOf(login.error)} />}
        <TextInput
          name="account"
          label={text.account}
          placeholder={text.accountPlaceholder}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="email"
          size="md"
          defaultValue={typed === '' ? known : typed}
          autoFocus={known === undefined}
          error={missing.account && text.missingAccount}
          onChange={() => setMissing((before) => ({ ...before, account: false }))}
        />
        <PasswordInput
          name="password"
          label={text.password}
          autoComplete="current-password"
          autoFocus={known !== undefined}
          size="md"
          error={missing.password && text.missingPassword}
          onChange={() => setMissing((before) => ({ ...before, password: false }))}
        />
        <Group justify="flex-end" mt={-8}>
          <TextLink to="/forgot" search={{}}>
            {text.toForgot}
          </TextLink>
        </Group>
        <Checkbox name="remember" label={text.remember} description={text.rememberHint} />
        <Button type="submit" size="md" fullWidth loading={login.isPending}>
          {text.submit}
        </Button>
      </Stack>
    </form>
  );
}

function codeAsked(error: unknown): boolean {
  const code = errorData(error)?.error;
  return code === 'TOTP_REQUIRED' || code === 'TOTP_INVALID';
}
