import type { LiveSession } from '@forewarn/core/accounts/model';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../feedback/confirm-dialog.tsx';
import { ErrorNote } from '../feedback/error-note.tsx';
import type { Problem } from '../feedback/problem.ts';
import { SessionEntry } from './session-entry.tsx';
import { useSecurityText } from './text/index.ts';
import { useAct } from './use-act.ts';

interface SessionListProps {
  sessions: readonly LiveSession[];
  onEnd: (id: string) => Promise<unknown>;
  onEndOthers: () => Promise<unknown>;
  toProblem: (error: unknown) => Problem;
}

/** Where one is signed in, this session first (C-155). */
export function SessionList({ sessions, onEnd, onEndOthers, toProblem }: SessionListProps) {
  const t = useSecurityText().devices;
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const ordered = [...sessions].sort((a, b) => Number(b.current) - Number(a.current));
  const others = sessions.filter(({ current }) => !current).length;
  return (
    <Stack gap="md">
      {act.error !== null && !asking && <ErrorNote problem={toProblem(act.error)} />}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {ordered.map((session) => (
          <SessionEntry
            key={session.id}
            session={session}
            busy={act.busy}
            onEnd={() => void act.run(async () => void (await onEnd(session.id)))}
          />
        ))}
      </Stack>
      {others > 0 ? (
        <Group>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t.endOthers}
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t.only}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t.limits}
      </Text>
      <ConfirmDialog
        opened={asking}
        dangerous
        title={t.endOthersTitle}
        confirmLabel={t.endOthers}
        busy={act.busy}
        problem={act.error === null ? undefined : toProblem(act.error)}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          void act.run(async () => {
            await onEndOthers();
            setAsking(false);
          })
        }
      >
        <Text size="sm">{t.endOthersText}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
