import type { AlertDetail } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { NativeSelect, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { NoteForm } from './note-form.tsx';
import { NoteItem } from './note-item.tsx';
import { useNotesText } from './text/notes.ts';
import { useNotes } from './use-notes.ts';

/** What the merchant's people have written to each other about an alert. */
export function NotesPanel({ alert: { id, assignedTo } }: { alert: Pick<AlertDetail, 'id' | 'assignedTo'> }) {
  const text = useNotesText();
  const problemOf = useProblemOf();
  const { query, add, remove, handOver } = useNotes(id);
  const mayWrite = useSessionUser()?.permissions.includes('note:write') ?? false;
  const failed = handOver.error ?? remove.error ?? query.error;
  const notes = query.data?.notes ?? [];
  const people = (query.data?.people ?? []).map((one) => ({
    value: String(one.id),
    label: one.me ? text.me(one.name) : one.name,
  }));
  // Somebody who can't sign in any more is still shown until another takes over.
  const gone = assignedTo && !people.some(({ value }) => value === String(assignedTo.id));
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section" data-screen-only="">
      <Title order={2} size="h5">
        {text.title}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {text.hint}
      </Text>
      <Stack gap="md">
        {failed && <ErrorNote problem={problemOf(failed)} />}
        {query.data && (people.length > 1 || assignedTo) && (
          <NativeSelect
            label={text.charge}
            disabled={!mayWrite || handOver.isPending}
            value={String((handOver.isPending ? handOver.variables.userId : assignedTo?.id) ?? '')}
            data={[
              { value: '', label: text.nobody },
              ...people,
              ...(gone ? [{ value: String(assignedTo.id), label: assignedTo.name }] : []),
            ]}
            onChange={({ currentTarget: { value } }) => handOver.mutate({ id, userId: value ? Number(value) : null })}
          />
        )}
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
