import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { ExportMenu } from './export-menu.tsx';
import { ImportLink } from './import-link.tsx';
import { useCardText } from './text.ts';

interface CardsHeaderProps {
  exportable: boolean;
  /** Absent: only looking is allowed. */
  onAdd: (() => void) | undefined;
}

/** What the page is for, and its actions. */
export function CardsHeader({ exportable, onAdd }: CardsHeaderProps) {
  const text = useCardText();
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div>
        <Title order={1} size="h3">
          {text.heading}
        </Title>
        <Text c="dimmed" size="sm" maw={620}>
          {text.intro}
        </Text>
      </div>
      <Group gap="sm">
        {exportable && <ExportMenu />}
        {onAdd && <ImportLink />}
        {onAdd && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
            {text.add}
          </Button>
        )}
      </Group>
    </Group>
  );
}
