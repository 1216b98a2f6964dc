import type { Credential, CredentialKind } from '@forewarn/core/platform/model';
import { ToneBadge } from '@forewarn/ui/data';
import { useFormat, useNow } from '@forewarn/ui/format';
import { useStaffLabels } from '@forewarn/ui/i18n';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Facts } from '../../app/facts.tsx';
import { useMay } from '../../app/use-session.ts';
import { useCredentialsText } from './text.ts';

interface CredentialCardProps {
  kind: CredentialKind;
  /** All of this kind, former ones included. */
  credentials: readonly Credential[];
  onEdit: () => void;
}

export function CredentialCard({ kind, credentials, onEdit }: CredentialCardProps) {
  const t = useCredentialsText();
  const labels = useStaffLabels().credentialKind;
  const format = useFormat();
  const now = useNow(60_000);
  const mayUpdate = useMay('credential:update');
  const current = credentials.find((credential) => credential.current);
  const valid = credentials.filter(
    ({ current: isCurrent, activeUntil }) => !isCurrent && activeUntil !== null && Date.parse(activeUntil) > now,
  );
  const used = (credential: Credential) =>
    credential.lastUsedTime === null ? t.neverUsed : format.relative(credential.lastUsedTime, now);
  return (
    <Paper p="lg" component="section" aria-label={labels[kind]}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={2}>
            <Group gap="xs">
              <Title order={2} size="h5">
                {labels[kind]}
              </Title>
              <ToneBadge tone={current ? 'positive' : kind === 'WEBHOOK_SECRET' ? 'muted' : 'danger'}>
                {current ? t.inUse : t.missing}
              </ToneBadge>
            </Group>
            <Text size="sm" c="dimmed">
              {t.purpose[kind]}
            </Text>
          </Stack>
          {mayUpdate && (
            <Button variant={current ? 'default' : 'filled'} size="xs" onClick={onEdit} style={{ flex: 'none' }}>
              {current ? t.replace : t.enter}
            </Button>
          )}
        </Group>
        {current ? (
          <Facts
            items={[
              { label: t.field.value, value: <Text ff="monospace">{current.masked}</Text> },
              { label: t.field.keyId, value: current.keyId },
              { label: t.field.since, value: format.time(current.activeFrom, 'dated') },
              { label: t.field.lastUsed, value: used(current) },
              { label: t.field.by, value: current.createdBy ?? t.bySystem },
            ]}
          />
        ) : (
          <Text size="sm">{kind === 'WEBHOOK_SECRET' ? t.missingOptional : t.missingRequired}</Text>
        )}
        {valid.map((former) => (
          <Group key={former.id} gap="xs">
            <ToneBadge tone="warning">{t.former}</ToneBadge>
            <Text size="xs" c="dimmed">
              <Text span ff="monospace" size="xs">
                {former.masked}
              </Text>{' '}
              · {former.keyId} · {t.field.until} {former.activeUntil && format.time(former.activeUntil, 'dated')} ·{' '}
              {t.field.lastUsed} {used(former)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
