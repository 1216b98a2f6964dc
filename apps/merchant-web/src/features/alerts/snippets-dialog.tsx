import type { Snippet } from '@forewarn/core/snippets/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { ActionIcon, Group, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import classes from './answer.module.css';
import { useAnswerText } from './text/index.ts';
import { useSnippets } from './use-snippets.ts';

interface SnippetsDialogProps {
  opened: boolean;
  onClose: () => void;
  onUse: (text: string) => void;
}

/** All reasons of before: fill in, pin, delete. */
export function SnippetsDialog({ opened, onClose, onUse }: SnippetsDialogProps) {
  const { snippets: text } = useAnswerText();
  const t = useT();
  const problemOf = useProblemOf();
  const { snippets, keep, remove } = useSnippets();
  const error = keep.error ?? remove.error;
  return (
    <Modal opened={opened} onClose={onClose} title={text.title} closeButtonProps={{ 'aria-label': t.close }}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {snippets.length > 0 ? text.hint : text.none}
        </Text>
        {error && <ErrorNote problem={problemOf(error)} />}
        <ul className={classes.snippets}>
          {snippets.map((one) => (
            <SnippetRow
              key={one.id}
              snippet={one}
              busy={keep.isPending || remove.isPending}
              onUse={() => onUse(one.text)}
              onKeep={() => keep.mutate({ action: one.action, text: one.text, kept: !one.kept })}
              onRemove={() => remove.mutate({ id: one.id })}
            />
          ))}
        </ul>
      </Stack>
    </Modal>
  );
}

interface SnippetRowProps {
  snippet: Snippet;
  busy: boolean;
  onUse: () => void;
  onKeep: () => void;
  onRemove: () => void;
}

function SnippetRow({ snippet, busy, onUse, onKeep, onRemove }: SnippetRowProps) {
  const { snippets: text } = useAnswerText();
  const Pin = snippet.kept ? IconPinFilled : IconPin;
  return (
    <li className={classes.snippetRow}>
      <UnstyledButton className={classes.snippetText ?? ''} onClick={onUse} aria-label={text.use(snippet.text)}>
        {snippet.text}
      </UnstyledButton>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          size="lg"
          disabled={busy}
          aria-pressed={snippet.kept}
          aria-label={snippet.kept ? text.unkeepOf(snippet.text) : text.keepOf(snippet.text)}
          title={snippet.kept ? text.unkeep : text.keep}
          onClick={onKeep}
        >
          <Pin size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          disabled={busy}
          aria-label={text.remove(snippet.text)}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
