import type { AlertNotes } from '@forewarn/core/alert-notes/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { MentionChoice } from './mention-choice.tsx';
import { useNotesText } from './text/notes.ts';
import type { useNotes } from './use-notes.ts';

/** What was typed about an alert and not added yet, while the app is open. */
const typed = new Map<number, string>();

interface NoteFormProps {
  alertId: number;
  people: AlertNotes['people'];
  adding: ReturnType<typeof useNotes>['add'];
}

export function NoteForm({ alertId, people, adding }: NoteFormProps) {
  const words = useNotesText();
  const problemOf = useProblemOf();
  const [text, setText] = useState(() => typed.get(alertId) ?? '');
  const [mentions, setMentions] = useState<number[]>([]);
  const others = people.filter(({ me }) => !me);
  const type = (value: string) => {
    typed.set(alertId, value);
    setText(value);
  };
  const add = () =>
    adding.mutate(
      { id: alertId, text, mentions },
      {
        onSuccess: () => {
          type('');
          setMentions([]);
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !adding.isPending) add();
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={words.label}
          placeholder={words.placeholder}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={text}
          onChange={({ currentTarget: { value } }) => type(value)}
        />
        {others.length > 0 && text.trim() !== '' && (
          <MentionChoice people={others} chosen={mentions} onChange={setMentions} />
        )}
        {adding.isError && <ErrorNote problem={problemOf(adding.error)} />}
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={adding.isPending} disabled={text.trim() === ''}>
            {words.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
