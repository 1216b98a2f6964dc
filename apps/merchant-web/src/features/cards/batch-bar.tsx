import { Button, Group, Paper, Text } from '@mantine/core';
import { useCardText } from './text.ts';

interface BatchBarProps {
  selected: number;
  /** How many of the page can be selected, and how many fit the filter on all pages. */
  onPage: number;
  matching: number;
  busy: boolean;
  onSelectPage: () => void;
  onSelectAll: () => void;
  onClear: () => void;
  onEnrol: () => void;
  onRemove: () => void;
}

/** What can be done with the cards that are selected. */
export function BatchBar(props: BatchBarProps) {
  const { batch: text } = useCardText();
  const { selected, onPage, matching, busy } = props;
  return (
    <Paper p="xs" pl="md">
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Text size="sm" fw={550} role="status">
            {text.selected(selected)}
          </Text>
          {selected < onPage && (
            <Button size="compact-sm" variant="subtle" onClick={props.onSelectPage}>
              {text.selectPage}
            </Button>
          )}
          {matching > onPage && selected < matching && (
            <Button size="compact-sm" variant="subtle" loading={busy} onClick={props.onSelectAll}>
              {text.selectAll(matching)}
            </Button>
          )}
          {selected > 0 && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={props.onClear}>
              {text.clear}
            </Button>
          )}
        </Group>
        {selected > 0 && (
          <Group gap="xs">
            <Button size="xs" onClick={props.onEnrol}>
              {text.enrol}
            </Button>
            <Button size="xs" variant="default" onClick={props.onRemove}>
              {text.remove}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
