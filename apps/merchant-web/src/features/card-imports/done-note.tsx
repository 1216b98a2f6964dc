import type { CardImportDetail } from '@forewarn/core/card-imports/model';
import { toneStyle } from '@forewarn/ui/data';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink } from '../../app/button-link.tsx';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useImportText } from './text.ts';
import { useUndoImport } from './use-import.ts';

interface DoneNoteProps {
  one: CardImportDetail;
  mayUndo: boolean;
  onUndone: (said: string) => void;
}

/** What the import has brought, and the way back as long as there is one. */
export function DoneNote({ one, mayUndo, onUndone }: DoneNoteProps) {
  const { done: text, undo: words } = useImportText();
  const problemOf = useProblemOf();
  const undo = useUndoImport();
  const [asked, setAsked] = useState(false);
  const undoable = one.undoableRows;
  const kept = one.importedRows - undoable;
  return (
    <Paper p="md" style={{ ...toneStyle('positive'), borderColor: 'var(--tone-border)', background: 'var(--tone-bg)' }}>
      <Stack gap="xs">
        <Text fw={600} role="status">
          {text.title(one.importedRows)}
        </Text>
        {kept > 0 && <Text size="sm">{text.submitted(kept)}</Text>}
        {undoable > 0 && <Text size="sm">{text.saved(undoable)}</Text>}
        <Group gap="sm">
          <ButtonLink to="/cards" variant="default">
            {text.cards}
          </ButtonLink>
          {undoable > 0 && mayUndo && (
            <Button variant="default" onClick={() => setAsked(true)}>
              {text.undo}
            </Button>
          )}
        </Group>
      </Stack>
      <ConfirmDialog
        opened={asked}
        dangerous
        title={words.title}
        confirmLabel={words.confirm}
        busy={undo.isPending}
        problem={undo.isError ? problemOf(undo.error) : undefined}
        onCancel={() => setAsked(false)}
        onConfirm={() =>
          undo.mutate(
            { id: one.id },
            {
              onSuccess: ({ removed, kept: stay }) => {
                setAsked(false);
                onUndone(words.done(removed, stay));
              },
            },
          )
        }
      >
        <Text size="sm">{words.text(undoable, kept)}</Text>
        <Text size="sm">{words.again}</Text>
      </ConfirmDialog>
    </Paper>
  );
}
