import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CopyableText } from '../data/copyable-text.tsx';
import { ErrorNote } from '../feedback/error-note.tsx';
import type { Problem } from '../feedback/problem.ts';
import { QrCode } from './qr-code.tsx';
import { useSecurityText } from './text/index.ts';
import { useAct } from './use-act.ts';

interface ScanStepProps {
  secret: string;
  uri: string;
  toProblem: (error: unknown) => Problem;
  onCode: (code: string) => Promise<void>;
  onCancel: (() => void) | undefined;
}

/** The secret as a picture and as text, and the first code, which shows that it has arrived. */
export function ScanStep({ secret, uri, toProblem, onCode, onCancel }: ScanStepProps) {
  const t = useSecurityText().twoStep;
  const act = useAct();
  const [missing, setMissing] = useState(false);
  const problem = act.error === null ? undefined : toProblem(act.error);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const code = String(new FormData(form).get('code') ?? '').trim();
    setMissing(code === '');
    act.clear();
    if (code === '') form.querySelector<HTMLInputElement>('[name=code]')?.focus();
    else void act.run(() => onCode(code));
  }

  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <div>
          <Text size="xs" c="dimmed">
            {t.stepOf(2)}
          </Text>
          <Text fw={600}>{t.scanTitle}</Text>
          <Text size="sm" c="dimmed" maw={520}>
            {t.scanText}
          </Text>
        </div>
        <Group gap="lg" align="flex-start">
          <QrCode text={uri} label={t.qrLabel} />
          <Stack gap={4} maw={320}>
            <Text size="sm">{t.manual}</Text>
            <Text size="sm" ff="monospace" component="div">
              <CopyableText text={secret} label={t.secret} />
            </Text>
          </Stack>
        </Group>
        <TextInput
          name="code"
          label={t.code}
          description={t.confirmText}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
          maw={260}
          autoFocus
          error={missing ? t.required2 : problem?.fields.code}
        />
        {problem && !('code' in problem.fields) && <ErrorNote problem={problem} />}
        <Group gap="sm">
          <Button type="submit" loading={act.busy}>
            {t.confirm}
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
