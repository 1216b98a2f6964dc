import { toneStyle } from '@forewarn/ui/data';
import { useT } from '@forewarn/ui/i18n';
import { ActionIcon, Button, Group, Loader, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPencil, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { bridge, parseServerAddress, type ServerCheck } from '../../app/bridge.ts';
import { useSignInText } from './text.ts';

const EVERY_MINUTE = 60_000;

interface ServerFieldProps {
  /** The menu asked for the address to be changed. */
  editing: boolean;
  onEditing: (editing: boolean) => void;
}

/** Which server, and whether it answers: looked at before anyone types a password. */
export function ServerField({ editing, onEditing }: ServerFieldProps) {
  const t = useSignInText();
  const words = useT();
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => bridge.settings.get() });
  const address = settings.data?.serverAddress ?? undefined;
  const check = useQuery({
    queryKey: ['server-check', address],
    queryFn: () => bridge.settings.checkServer({ address: address ?? '' }),
    enabled: address !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'ready' ? EVERY_MINUTE : 5000),
    retry: false,
  });
  const unset = settings.data !== undefined && address === undefined;
  if (unset || editing) {
    return <ServerForm former={address} onDone={() => onEditing(false)} cancellable={!unset} />;
  }
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <Stack gap={2} miw={0}>
        <Text size="xs" c="dimmed">
          {t.server}
        </Text>
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {address ?? words.none}
        </Text>
        <Reachability check={check.data} />
      </Stack>
      <Group gap={4} wrap="nowrap">
        <Tooltip label={words.retry}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.retry}
            loading={check.isFetching}
            onClick={() => void check.refetch()}
          >
            <IconRefresh size={16} />
          </ActionIcon>
        </Tooltip>
        {settings.data?.serverAddressFixed === false && (
          <Tooltip label={t.change}>
            <ActionIcon variant="subtle" color="gray" aria-label={t.change} onClick={() => onEditing(true)}>
              <IconPencil size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
    </Group>
  );
}

function Reachability({ check }: { check: ServerCheck | undefined }) {
  const t = useSignInText().states;
  if (check === undefined) {
    return (
      <Group gap={6} role="status">
        <Loader size={12} />
        <Text size="xs">{t.checking}</Text>
      </Group>
    );
  }
  const { state, milliseconds } = check;
  const good = state === 'ready';
  const Icon = good ? IconCircleCheck : IconCircleX;
  return (
    <Group
      gap={6}
      wrap="nowrap"
      align="flex-start"
      role="status"
      style={toneStyle(good ? 'positive' : state === 'starting' ? 'warning' : 'danger')}
    >
      <Icon size={15} color="var(--tone-text)" style={{ flex: 'none', marginTop: 1 }} aria-hidden />
      <Text size="xs" style={{ color: 'var(--tone-text)' }}>
        {good ? t.ready(milliseconds) : t[state]}
      </Text>
    </Group>
  );
}

function ServerForm({
  former,
  onDone,
  cancellable,
}: {
  former: string | undefined;
  onDone: () => void;
  cancellable: boolean;
}) {
  const t = useSignInText();
  const words = useT();
  const client = useQueryClient();
  const [typed, setTyped] = useState(former ?? '');
  const [error, setError] = useState<string>();
  const check = useMutation({ mutationFn: (address: string) => bridge.settings.checkServer({ address }) });
  const use = useMutation({
    mutationFn: (address: string) => bridge.settings.setServer({ address }),
    onSuccess: (settings) => {
      client.setQueryData(['settings'], settings);
      onDone();
    },
  });
  const { reset } = check;
  useEffect(() => reset, [reset]);

  const submit = async () => {
    const address = parseServerAddress(typed);
    if (address === undefined) return setError(t.badAddress);
    const result = await check.mutateAsync(address);
    if (result.state === 'ready') use.mutate(address);
    return undefined;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={t.server}
          description={t.serverHint}
          value={typed}
          error={error}
          autoComplete="url"
          spellCheck={false}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(undefined);
            check.reset();
          }}
        />
        {check.data && <Reachability check={check.data} />}
        <Group gap="xs">
          <Button type="submit" size="xs" variant="light" loading={check.isPending || use.isPending}>
            {t.connect}
          </Button>
          {check.data && check.data.state !== 'ready' && (
            <Button size="xs" variant="default" onClick={() => use.mutate(check.data.address)}>
              {t.useAnyway}
            </Button>
          )}
          {cancellable && (
            <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
              {words.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
