import { ToneBadge } from '@forewarn/ui/data';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Facts } from '../../app/facts.tsx';
import { useSendersText } from './text.ts';

interface StartedWithProps {
  server: { host: string; port: number; secure: boolean; from: string; used: boolean };
}

/** The server of the environment: shown, not changed here. */
export function StartedWith({ server: { host, port, secure, from, used } }: StartedWithProps) {
  const t = useSendersText();
  return (
    <Paper p="lg" component="section" aria-label={t.started}>
      <Stack gap="md">
        <div>
          <Group gap="xs">
            <Title order={2} size="h5">
              {t.started}
            </Title>
            <ToneBadge tone={used ? 'positive' : 'muted'}>{used ? t.used : t.standby}</ToneBadge>
          </Group>
          <Text size="sm" c="dimmed">
            {used ? t.startedUsed : t.startedIdle}
          </Text>
        </div>
        <Facts
          items={[
            { label: t.fact.server, value: `${host}:${port}${secure ? ' · TLS' : ''}` },
            { label: t.fact.from, value: from },
          ]}
        />
      </Stack>
    </Paper>
  );
}
