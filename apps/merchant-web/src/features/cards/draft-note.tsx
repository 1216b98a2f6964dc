import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudUpload } from '@tabler/icons-react';
import { useCardText } from './text.ts';
import type { DraftSign } from './use-draft.ts';

const ICONS = { saving: IconCloudUpload, saved: IconCheck, failed: IconAlertTriangle, conflict: IconAlertTriangle };

/** Whether what is typed is kept. */
export function DraftNote({ sign }: { sign: DraftSign }) {
  const { draft } = useCardText().form;
  if (sign === 'none') return <span />;
  const Icon = ICONS[sign];
  const bad = sign === 'failed' || sign === 'conflict';
  return (
    <Group gap={6} wrap="nowrap" role="status" c={bad ? 'var(--mantine-color-error)' : 'dimmed'} maw={320}>
      <Icon size={16} aria-hidden style={{ flex: 'none' }} />
      <Text size="xs">{draft[sign]}</Text>
    </Group>
  );
}
