import type { LiveSession } from '@forewarn/core/accounts/model';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile, IconTerminal2 } from '@tabler/icons-react';
import { ToneBadge } from '../data/tone-badge.tsx';
import { useFormat } from '../format/use-format.ts';
import { useNow } from '../format/use-now.ts';
import { useSecurityText } from './text/index.ts';

const PHONES = new Set(['Android', 'iPhone', 'iPad', 'HarmonyOS']);

interface SessionEntryProps {
  session: LiveSession;
  busy?: boolean;
  /** Absent for who may only look. */
  onEnd?: () => void;
}

/** One sign-in: on what device, when last and from where; a list item. */
export function SessionEntry({ session, busy = false, onEnd }: SessionEntryProps) {
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
      {!current && onEnd && (
        <Button variant="default" size="xs" disabled={busy} onClick={onEnd} aria-label={t.endLabel(name)}>
          {t.end}
        </Button>
      )}
    </Group>
  );
}
