import type { AnswerAction } from '@forewarn/core/alerts/model';
import { Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import classes from './answer.module.css';
import { SnippetsDialog } from './snippets-dialog.tsx';
import { useAnswerText } from './text/index.ts';
import { useSnippets } from './use-snippets.ts';

const OFFERED = 3;

interface AnswerSnippetsProps {
  action: AnswerAction;
  /** What stands in the field. */
  current: string;
  onUse: (text: string) => void;
}

/** Reasons given before with this answer, one tap each; pinned ones first. */
export function AnswerSnippets({ action, current, onUse }: AnswerSnippetsProps) {
  const { snippets: text } = useAnswerText();
  const { snippets } = useSnippets();
  const [managing, { open, close }] = useDisclosure(false);
  if (snippets.length === 0) return null;
  const offered = snippets.filter((one) => one.action === action && one.text !== current.trim()).slice(0, OFFERED);
  return (
    <Group gap={6} mt={-8} role="group" aria-label={text.offer}>
      <Text span size="xs" c="dimmed">
        {text.offer}
      </Text>
      {offered.map((one) => (
        <UnstyledButton
          key={one.id}
          className={classes.snippet ?? ''}
          title={one.text}
          aria-label={text.use(one.text)}
          onClick={() => onUse(one.text)}
        >
          {one.text}
        </UnstyledButton>
      ))}
      <UnstyledButton className={classes.manage ?? ''} onClick={open}>
        {text.manage}
      </UnstyledButton>
      <SnippetsDialog
        opened={managing}
        onClose={close}
        onUse={(words) => {
          onUse(words);
          close();
        }}
      />
    </Group>
  );
}
