import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCardText } from './text.ts';

/** What the page is for, and its actions. */
export function CardsHeader({ onAdd }: { onAdd: (() => void) | undefined }) {
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
      {onAdd && (
        <Group gap="xs">
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
            {text.add}
          </Button>
        </Group>
      )}
    </Group>
  );
}
