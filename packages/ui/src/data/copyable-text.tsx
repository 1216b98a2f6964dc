import { ActionIcon, Group } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useT } from '../i18n/hooks.ts';

interface CopyableTextProps {
  text: string;
  /** What it is, for the button's name: “复制 交易号”. */
  label?: string;
}

/** Text with a button that copies it. */
export function CopyableText({ text, label }: CopyableTextProps) {
  const t = useT();
  const clipboard = useClipboard({ timeout: 1500 });
  const hint = clipboard.copied ? t.copied : t.copy;
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex" maw="100%">
      <span style={{ overflowWrap: 'anywhere' }}>{text}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        className="fw-inline"
        title={hint}
        aria-label={label ? `${hint} ${label}` : hint}
        onClick={(event) => {
          event.stopPropagation();
          clipboard.copy(text);
        }}
      >
        {clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </Group>
  );
}
