import type { LiveSession } from '@forewarn/core/accounts/model';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile, IconTerminal2 } from '@tabler/icons-react';
import { useState } from 'react';
import { ToneBadge } from '../data/tone-badge.tsx';
import { ConfirmDialog } from '../feedback/confirm-dialog.tsx';
import { ErrorNote } from '../feedback/error-note.tsx';
import type { Problem } from '../feedback/problem.ts';
import { useFormat } from '../format/use-format.ts';
import { useNow } from '../format/use-now.ts';
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
          <Entry
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

const PHONES = new Set(['Android', 'iPhone', 'iPad', 'HarmonyOS']);

function Entry({ session, busy, onEnd }: { session: LiveSession; busy: boolean; onEnd: () => void }) {
  const t = useSecurityText().devices;
  const format = useFormat();
  const now = useNow();
  const { program, system, ip, current, remember, lastSeenTime, createdTime } = session;
  const name = [program, system].filter((part) => part !== null).join(' · ') || t.unknown;
  const Icon = system === null ? IconTerminal2 : PHONES.has(system) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <Group component="li" gap="md" wrap="nowrap" align="flex-start">
      <Icon size={22} stroke={1.6} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Stack gap={2} flex={1} miw={0}>
        <Group gap="xs">
          <Text size="sm" fw={550}>
            {name}
          </Text>
          {current && <ToneBadge tone="positive">{t.current}</ToneBadge>}
        </Group>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[ip, t.used(format.relative(lastSeenTime, now)), t.since(format.time(createdTime, 'dated'))].join(' · ')}
          {remember && ` · ${t.remembered}`}
        </Text>
      </Stack>
      {!current && (
        <Button variant="default" size="xs" disabled={busy} onClick={onEnd} aria-label={t.endLabel(name)}>
          {t.end}
        </Button>
      )}
    </Group>
  );
}
