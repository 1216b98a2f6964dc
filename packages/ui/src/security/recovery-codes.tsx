import { Button, Checkbox, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './recovery-codes.module.css';
import { useSecurityText } from './text/index.ts';

/** Shown once: it can be left only after saying that they are kept. */
export function RecoveryCodesView({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useSecurityText().twoStep;
  const [kept, setKept] = useState(false);
  return (
    <Stack gap="md" role="group" aria-label={t.codesTitle}>
      <div>
        <Text fw={600}>{t.codesTitle}</Text>
        <Text size="sm" c="dimmed" maw={560}>
          {t.codesText}
        </Text>
      </div>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <Text ff="monospace" size="sm" component="code">
              {code}
            </Text>
          </li>
        ))}
      </ul>
      <Group>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="sm"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? t.copied : t.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Checkbox label={t.saved} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <Group>
        <Button disabled={!kept} onClick={onDone}>
          {t.done}
        </Button>
      </Group>
    </Stack>
  );
}
