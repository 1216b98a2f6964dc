import { useT } from '@forewarn/ui/i18n';
import { ActionIcon, CopyButton, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './code-block.module.css';

/** JSON laid out when it is JSON, as it is otherwise. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** What went over the wire, redacted by the server. */
export function CodeBlock({ title, text, none }: { title: string; text: string | null; none: string }) {
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm" fw={550}>
          {title}
        </Text>
        {text && <CopyAll text={text} label={title} />}
      </Group>
      {text ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={classes.code} tabIndex={0} aria-label={title}>
          <pre>{pretty(text)}</pre>
        </section>
      ) : (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
    </Stack>
  );
}

function CopyAll({ text, label }: { text: string; label: string }) {
  const t = useT();
  return (
    <CopyButton value={text} timeout={1500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t.copied : t.copy}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${t.copy} ${label}`} onClick={copy}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
