import type { SenderTested } from '@forewarn/core/mail-senders/model';
import { toneStyle } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { inputOf, type SenderValues } from './sender-values.ts';
import { useSendersText } from './text.ts';

interface SenderTestProps {
  id: number | null;
  values: SenderValues;
  /** Where the server found fields wrong. */
  onFields: (fields: Record<string, string>) => void;
}

/** Tries what stands in the form, step by step, in the server's words. */
export function SenderTest({ id, values, onFields }: SenderTestProps) {
  const t = useSendersText().test;
  const trpc = useTRPC();
  const toProblem = useProblem();
  const [to, setTo] = useState('');
  const test = useMutation(
    trpc.admin.mailSenders.test.mutationOptions({ onError: (error) => onFields(toProblem(error).fields) }),
  );
  const problem = test.error && toProblem(test.error);
  return (
    <Fieldset legend={t.title}>
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t.hint}
        </Text>
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            flex={1}
            label={t.to}
            type="email"
            value={to}
            error={problem?.fields.to}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
          <Button
            variant="default"
            loading={test.isPending}
            onClick={() => test.mutate({ ...inputOf(values), id, to: to.trim() || null })}
          >
            {t.run}
          </Button>
        </Group>
        {problem && <ErrorNote problem={problem} />}
        {test.data && !test.isPending && <Steps result={test.data} />}
      </Stack>
    </Fieldset>
  );
}

function Steps({ result: { ok, steps, mail } }: { result: z.output<typeof SenderTested> }) {
  const t = useSendersText().test;
  const lines = [
    ...steps.map((step) => ({ ...step, name: t.stage[step.stage], note: t.ms(step.milliseconds) })),
    ...(mail ? [{ ok: mail.outcome === 'SENT', name: t.mail, note: t.outcome[mail.outcome], detail: mail.reply }] : []),
  ];
  return (
    <Stack gap={6} role="status">
      <Text size="sm" fw={600} style={{ ...toneStyle(ok ? 'positive' : 'danger'), color: 'var(--tone-text)' }}>
        {ok ? t.ok : t.failed}
      </Text>
      {lines.map((line) => {
        const Icon = line.ok ? IconCircleCheck : IconCircleX;
        return (
          <Group
            key={line.name}
            gap={8}
            wrap="nowrap"
            align="flex-start"
            style={toneStyle(line.ok ? 'positive' : 'danger')}
          >
            <Icon size={18} color="var(--tone-text)" style={{ flex: 'none' }} aria-hidden />
            <div style={{ minWidth: 0 }}>
              <Text size="sm">
                {line.name} · {line.note}
              </Text>
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {line.detail}
              </Text>
            </div>
          </Group>
        );
      })}
    </Stack>
  );
}
