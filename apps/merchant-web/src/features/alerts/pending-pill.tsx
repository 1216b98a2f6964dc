import { Button, Group } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import classes from './list.module.css';
import { useListText } from './text/index.ts';

interface PendingPillProps {
  count: number;
  onShow: () => void;
}

/** What has arrived while the reader's hand is on the list: it comes in when asked for. */
export function PendingPill({ count, onShow }: PendingPillProps) {
  const text = useListText();
  return (
    <Group className={classes.pending ?? ''} role="status">
      {count > 0 && (
        <Button
          radius="xl"
          size="sm"
          leftSection={<IconArrowUp size={16} aria-hidden />}
          onClick={() => {
            onShow();
            window.scrollTo({ top: 0, behavior: 'smooth' });
          }}
        >
          {text.pending(count)}
        </Button>
      )}
    </Group>
  );
}
