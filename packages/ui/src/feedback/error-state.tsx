import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyableText } from '../data/copyable-text.tsx';
import { toneStyle } from '../data/tone-badge.tsx';
import { useT } from '../i18n/hooks.ts';
import type { Problem } from './problem.ts';

interface ErrorStateProps {
  problem: Problem;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  /** Another way on, for example back to the list. */
  action?: ReactNode;
}

/** What happened, what to do about it, the request id to quote, and a button to try again. */
export function ErrorState({ problem, onRetry, retrying = false, action }: ErrorStateProps) {
  const t = useT();
  return (
    <Paper p="lg" role="alert" style={toneStyle('danger')}>
      <Stack gap="sm" align="flex-start">
        <Group gap="xs" wrap="nowrap">
          <IconAlertTriangle size={20} color="var(--tone-text)" aria-hidden />
          <Title order={2} size="h5">
            {problem.title}
          </Title>
        </Group>
        <Text size="sm">{problem.text}</Text>
        {problem.requestId && (
          <Text size="xs" c="dimmed" component="div">
            {t.requestId}: <CopyableText text={problem.requestId} label={t.requestId} />
          </Text>
        )}
        <Group gap="sm">
          {onRetry && problem.canRetry && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={retrying}
              onClick={onRetry}
            >
              {t.retry}
            </Button>
          )}
          {action}
        </Group>
      </Stack>
    </Paper>
  );
}
