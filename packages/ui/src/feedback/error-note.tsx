import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { toneStyle } from '../data/tone-badge.tsx';
import { useT } from '../i18n/hooks.ts';
import type { Problem } from './problem.ts';

/** A fault inside a form or dialog. The request id only where it is our fault, not the writer's. */
export function ErrorNote({ problem }: { problem: Problem }) {
  const t = useT();
  return (
    <Alert
      role="alert"
      variant="outline"
      color="red"
      icon={<IconAlertTriangle size={18} color="var(--tone-text)" />}
      title={problem.title}
      style={{ ...toneStyle('danger'), borderColor: 'var(--tone-border)', background: 'var(--tone-bg)' }}
      styles={{ title: { color: 'var(--tone-text)' } }}
    >
      <Text size="sm">{problem.text}</Text>
      {problem.canRetry && problem.requestId && (
        <Text size="xs" c="dimmed" mt={4}>
          {t.requestId}: {problem.requestId}
        </Text>
      )}
    </Alert>
  );
}
