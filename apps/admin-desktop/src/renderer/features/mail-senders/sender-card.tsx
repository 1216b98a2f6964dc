import type { Sender } from '@forewarn/core/mail-senders/model';
import { ToneBadge } from '@forewarn/ui/data';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { useFormat, useNow } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useSendersText } from './text.ts';

interface SenderCardProps {
  sender: Sender;
  /** From 0. */
  place: number;
  all: readonly Sender[];
  onEdit: () => void;
}

/** Whether it works, in the server's own words when it doesn't. */
function stateOf({ enabled, lastSuccessTime, lastErrorTime }: Sender) {
  if (!enabled) return { tone: 'muted', words: 'off' } as const;
  if (lastErrorTime && (!lastSuccessTime || lastErrorTime > lastSuccessTime))
    return { tone: 'danger', words: 'failing' } as const;
  return lastSuccessTime
    ? ({ tone: 'positive', words: 'healthy' } as const)
    : ({ tone: 'neutral', words: 'untried' } as const);
}

export function SenderCard({ sender, place, all, onEdit }: SenderCardProps) {
  const t = useSendersText();
  const format = useFormat();
  const now = useNow(60_000);
  const mayUpdate = useMay('smtp:update');
  const { tone, words } = stateOf(sender);
  const from = sender.fromName ? `${sender.fromName} <${sender.fromAddress}>` : sender.fromAddress;
  const server = sender.transport === 'HTTP' ? sender.url : `${sender.host}:${sender.port}`;
  const how =
    sender.transport === 'HTTP' ? t.form.HTTP : { IMPLICIT: 'TLS', STARTTLS: 'STARTTLS', NONE: t.tls.NONE }[sender.tls];
  return (
    <Paper p="lg" component="section" aria-label={sender.name}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Group gap="xs">
            <Title order={2} size="h5">
              {sender.name}
            </Title>
            <ToneBadge tone="neutral">{t.place(place + 1)}</ToneBadge>
            <ToneBadge tone={tone}>{t[words]}</ToneBadge>
          </Group>
          {mayUpdate && <SenderActs sender={sender} place={place} all={all} onEdit={onEdit} />}
        </Group>
        <Facts
          items={[
            { label: t.fact.server, value: `${server} · ${how}` },
            { label: t.fact.account, value: sender.account },
            { label: t.fact.from, value: from },
            { label: t.fact.replyTo, value: sender.replyTo },
            { label: t.fact.rate, value: sender.ratePerMinute ? t.perMinute(sender.ratePerMinute) : t.noLimit },
            {
              label: t.fact.success,
              value: sender.lastSuccessTime ? format.relative(sender.lastSuccessTime, now) : t.never,
            },
            { label: t.fact.changed, value: format.time(sender.updatedTime, 'dated') },
            {
              label: t.fact.error,
              wide: true,
              value: sender.lastErrorTime && (
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {format.time(sender.lastErrorTime, 'dated')} · {sender.lastError}
                </Text>
              ),
            },
          ]}
        />
      </Stack>
    </Paper>
  );
}

function SenderActs({ sender, place, all, onEdit }: SenderCardProps) {
  const t = useSendersText();
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [removing, setRemoving] = useState(false);
  const refresh = () => cache.invalidateQueries(trpc.admin.mailSenders.list.queryFilter());
  const order = useMutation(
    trpc.admin.mailSenders.order.mutationOptions({
      onSettled: refresh,
      onError: (error) =>
        notifications.show({
          color: 'red',
          message: toProblem(error).text,
          closeButtonProps: { 'aria-label': words.close },
        }),
    }),
  );
  const remove = useMutation(
    trpc.admin.mailSenders.remove.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.removed, closeButtonProps: { 'aria-label': words.close } });
        await refresh();
        setRemoving(false);
      },
    }),
  );
  const move = (by: -1 | 1) => {
    const ids = all.map(({ id }) => id);
    ids.splice(place, 1);
    ids.splice(place + by, 0, sender.id);
    order.mutate({ ids });
  };
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        aria-label={t.up(sender.name)}
        disabled={place === 0 || order.isPending}
        onClick={() => move(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t.down(sender.name)}
        disabled={place === all.length - 1 || order.isPending}
        onClick={() => move(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <Button size="xs" variant="default" onClick={onEdit}>
        {t.edit}
      </Button>
      <Button size="xs" variant="light" color="red" onClick={() => setRemoving(true)}>
        {t.remove}
      </Button>
      <ConfirmDialog
        opened={removing}
        dangerous
        title={t.removeTitle(sender.name)}
        confirmLabel={t.remove}
        busy={remove.isPending}
        problem={remove.error ? toProblem(remove.error) : undefined}
        onConfirm={() => remove.mutate({ id: sender.id, version: sender.version })}
        onCancel={() => setRemoving(false)}
      >
        <Text size="sm">{t.removeText}</Text>
      </ConfirmDialog>
    </Group>
  );
}
