import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../feedback/error-note.tsx';
import type { Problem } from '../feedback/problem.ts';
import { useSecurityText } from './text/index.ts';

interface CodeStepProps {
  busy: boolean;
  /** What the last code was refused with. */
  problem: Problem | undefined;
  onCode: (code: string) => void;
  onBack: () => void;
}

/** The second step of signing in, after the password. */
export function CodeStep({ busy, problem, onCode, onBack }: CodeStepProps) {
  const t = useSecurityText().signIn;
  const [missing, setMissing] = useState(false);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const code = String(new FormData(form).get('code') ?? '').trim();
    setMissing(code === '');
    if (code === '') form.querySelector<HTMLInputElement>('[name=code]')?.focus();
    else onCode(code);
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t.title}
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            {t.text}
          </Text>
        </div>
        {problem && <ErrorNote problem={problem} />}
        <TextInput
          name="code"
          label={t.code}
          size="md"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          error={missing && t.missing}
        />
        <Button type="submit" size="md" fullWidth loading={busy}>
          {t.submit}
        </Button>
        <Text size="xs" c="dimmed">
          {t.lost}
        </Text>
        <Group>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onBack} disabled={busy}>
            {t.back}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
