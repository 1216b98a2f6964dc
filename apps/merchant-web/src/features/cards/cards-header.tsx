import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ExportFilter, ExportMenu } from './export-menu.tsx';
import { ImportLink } from './import-link.tsx';
import { useCardText } from './text.ts';

interface CardsHeaderProps {
  exportable: boolean;
  /** What the list shows leaves as a file. */
  filter: ExportFilter;
  /** Absent: only looking is allowed. */
  onAdd: (() => void) | undefined;
}

/** What the page is for, and its actions. */
export function CardsHeader({ exportable, filter, onAdd }: CardsHeaderProps) {
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
        {exportable && <ExportMenu filter={filter} />}
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
