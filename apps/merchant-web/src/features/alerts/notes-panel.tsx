import { ErrorNote } from '@forewarn/ui/feedback';
import { Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { NoteForm } from './note-form.tsx';
import { NoteItem } from './note-item.tsx';
import { useNotesText } from './text/notes.ts';
import { useNotes } from './use-notes.ts';

/** What the merchant's people have written to each other about an alert. */
export function NotesPanel({ id }: { id: number }) {
  const text = useNotesText();
  const problemOf = useProblemOf();
  const { query, add, remove } = useNotes(id);
  const mayWrite = useSessionUser()?.permissions.includes('note:write') ?? false;
  const failed = remove.error ?? query.error;
  const notes = query.data?.notes ?? [];
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section" className="no-print">
      <Title order={2} size="h5">
        {text.title}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {text.hint}
      </Text>
      <Stack gap="md">
        {failed && <ErrorNote problem={problemOf(failed)} />}
        {query.isPending && <Skeleton h={40} />}
        {query.data && notes.length === 0 && !mayWrite && (
          <Text size="sm" c="dimmed">
            {text.none}
          </Text>
        )}
        {notes.map((note) => (
          <NoteItem
            key={note.id}
            note={note}
            removing={remove.isPending && remove.variables.noteId === note.id}
            onRemove={note.mine && mayWrite ? () => remove.mutate({ id, noteId: note.id }) : undefined}
          />
        ))}
        {query.data && mayWrite && <NoteForm alertId={id} people={query.data.people} adding={add} />}
      </Stack>
    </Paper>
  );
}
