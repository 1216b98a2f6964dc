import { toneStyle } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useCredentialsText } from './text.ts';

/** Tries the credentials against the provider and says what came of it. */
export function ConnectionTest() {
  const t = useCredentialsText();
  const trpc = useTRPC();
  const format = useFormat();
  const toProblem = useProblem();
  const allowed = useMay('credential:update');
  const test = useMutation(trpc.admin.credentials.test.mutationOptions());
  const result = test.data;
  const Icon = result?.ok ? IconCircleCheck : IconCircleX;
  if (!allowed) return null;
  return (
    <Paper p="md">
      <Group justify="space-between" gap="md">
        <Stack gap={2}>
          <Text size="sm">{t.testHint}</Text>
          {result && (
            <Group
              gap={6}
              wrap="nowrap"
              align="flex-start"
              role="status"
              style={toneStyle(result.ok ? 'positive' : 'danger')}
            >
              <Icon size={18} color="var(--tone-text)" style={{ flex: 'none' }} aria-hidden />
              <Text size="sm" style={{ color: 'var(--tone-text)' }}>
                {result.ok ? t.testOk(result.milliseconds) : t.testFailed} · {t.testWhat[result.outcome]}
                {result.detail && ` ${result.detail}`}
                {` · ${t.tested(format.time(new Date(test.submittedAt).toISOString(), 'short'))}`}
              </Text>
            </Group>
          )}
          {test.error && <ErrorNote problem={toProblem(test.error)} />}
        </Stack>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={test.isPending}
          onClick={() => test.mutate({})}
        >
          {t.test}
        </Button>
      </Group>
    </Paper>
  );
}
