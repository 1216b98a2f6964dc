import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorNote } from '../feedback/error-note.tsx';
import type { Problem } from '../feedback/problem.ts';
import { useSecurityText } from './text/index.ts';
import { useAct } from './use-act.ts';

interface ProofFormProps {
  title: string;
  text: ReactNode;
  submit: string;
  dangerous?: boolean;
  /** Asks for a code as well as for the password. */
  withCode: boolean;
  toProblem: (error: unknown) => Problem;
  onProof: (proof: { password: string; code: string }) => Promise<void>;
  onCancel: (() => void) | undefined;
}

/** Asks again who it is. Fields are read when the form is sent: what a password manager writes counts too. */
export function ProofForm({ title, text, submit, dangerous, withCode, toProblem, onProof, onCancel }: ProofFormProps) {
  const t = useSecurityText().twoStep;
  const act = useAct();
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const problem = act.error === null ? undefined : toProblem(act.error);
  const inPlace = problem !== undefined && ('password' in problem.fields || 'code' in problem.fields);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const proof = { password: String(data.get('password') ?? ''), code: String(data.get('code') ?? '').trim() };
    const empty = ['password', ...(withCode ? ['code'] : [])].filter((name) => data.get(name) === '');
    setMissing(new Set(empty));
    act.clear();
    if (empty.length > 0) {
      form.querySelector<HTMLInputElement>(`[name=${empty[0]}]`)?.focus();
      return;
    }
    void act.run(() => onProof(proof));
  }

  const errorOf = (name: string) => (missing.has(name) ? t.required2 : problem?.fields[name]);
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md" maw={420}>
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </div>
        <PasswordInput
          name="password"
          label={t.password}
          autoComplete="current-password"
          error={errorOf('password')}
          autoFocus
        />
        {withCode && (
          <TextInput
            name="code"
            label={t.code}
            description={t.proofCodeHint}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            error={errorOf('code')}
          />
        )}
        {problem && !inPlace && <ErrorNote problem={problem} />}
        <Group gap="sm">
          <Button type="submit" loading={act.busy} {...(dangerous && { color: 'red.8' })}>
            {submit}
          </Button>
          {onCancel && (
            <Button variant="subtle" color="gray" onClick={onCancel} disabled={act.busy}>
              {t.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
