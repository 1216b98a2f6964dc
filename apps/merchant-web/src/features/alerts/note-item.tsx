import type { AlertNote } from '@forewarn/core/alert-notes/model';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Text } from '@mantine/core';
import { useNotesText } from './text/notes.ts';

interface NoteItemProps {
  note: AlertNote;
  removing: boolean;
  /** Absent: somebody else wrote it. */
  onRemove: (() => void) | undefined;
}

export function NoteItem({ note, removing, onRemove }: NoteItemProps) {
  const text = useNotesText();
  const format = useFormat();
  return (
    <article>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={550} truncate>
          {note.author}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            <time dateTime={note.createdTime} title={format.time(note.createdTime, 'exact')}>
              {format.time(note.createdTime, 'short')}
            </time>
          </Text>
          {onRemove && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              loading={removing}
              aria-label={text.removeOf(note.text.slice(0, 40))}
              onClick={onRemove}
            >
              {text.remove}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {note.text}
      </Text>
      {note.mentions.length > 0 && (
        <Text size="xs" c="dimmed">
          {text.told(note.mentions.join(text.separator))}
        </Text>
      )}
    </article>
  );
}
