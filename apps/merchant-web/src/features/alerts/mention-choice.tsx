import { type AlertNotes, MENTIONS_AT_MOST } from '@forewarn/core/alert-notes/model';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useNotesText } from './text/notes.ts';

interface MentionChoiceProps {
  people: AlertNotes['people'];
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
}

/** Whom the note tells: chosen by the device's own list, one after the other, taken back by a tap. */
export function MentionChoice({ people, chosen, onChange }: MentionChoiceProps) {
  const text = useNotesText();
  const left = people.filter(({ id }) => !chosen.includes(id));
  return (
    <Stack gap="xs">
      {chosen.length < MENTIONS_AT_MOST && left.length > 0 && (
        <NativeSelect
          label={text.mention}
          description={text.mentionHint}
          value=""
          data={[
            { value: '', label: text.choose },
            ...left.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => value && onChange([...chosen, Number(value)])}
        />
      )}
      {chosen.length > 0 && (
        <Group gap="xs">
          {people
            .filter(({ id }) => chosen.includes(id))
            .map(({ id, name }) => (
              <Button
                key={id}
                variant="light"
                size="compact-sm"
                rightSection={<IconX size={14} aria-hidden />}
                aria-label={text.unmention(name)}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                {name}
              </Button>
            ))}
        </Group>
      )}
    </Stack>
  );
}
