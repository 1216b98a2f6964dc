import { SECOND } from '@forewarn/core/kernel/time';
import type { KeyPart, KeyStatus } from '@forewarn/core/keys/model';
import { type Column, DataTable } from '@forewarn/ui/data';
import { useT } from '@forewarn/ui/i18n';
import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { percent } from './percent.ts';
import { RotationPanel } from './rotation-panel.tsx';
import { useKeysText, useSealedNames } from './text.ts';

/** The data keys, what each still holds, and re-sealing with the present one (C-157). */
export function KeysPage() {
  const t = useKeysText();
  const trpc = useTRPC();
  const columns = useColumns();
  const keys = useQuery(
    trpc.admin.keys.status.queryOptions(
      {},
      { refetchInterval: ({ state }) => (state.data?.rotation?.status === 'RUNNING' ? 3 * SECOND : false) },
    ),
  );
  return (
    <Page title={t.title} hint={t.hint}>
      <QueryView query={keys}>
        {(status) => (
          <Stack gap="md">
            <Paper p="lg">
              <Facts items={factsOf(status, t)} />
            </Paper>
            <RotationPanel status={status} />
            <Paper p="lg">
              <DataTable label={t.table} columns={columns} rows={status.parts} rowKey={(part) => part.sealed} />
            </Paper>
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function factsOf({ sealing, opening, removable }: KeyStatus, t: ReturnType<typeof useKeysText>) {
  return [
    { label: t.sealing, value: sealing },
    { label: t.opening, value: opening.slice(1).join(', ') || t.noOther },
    { label: t.removable, value: removable.join(', ') || t.noneRemovable },
  ];
}

function useColumns(): Column<KeyPart>[] {
  const t = useKeysText();
  const words = useT();
  const names = useSealedNames();
  return [
    {
      key: 'data',
      header: t.column.data,
      render: ({ sealed }) => (
        <Stack gap={0}>
          <Text size="sm">{names[sealed] ?? sealed}</Text>
          <Text size="xs" c="dimmed">
            {sealed}
          </Text>
        </Stack>
      ),
    },
    { key: 'keys', header: t.column.keys, render: (part) => <KeyCounts part={part} /> },
    {
      key: 'share',
      header: t.column.share,
      align: 'end',
      render: ({ keys, share }) => <span className="fw-tabular">{keys.length > 0 ? percent(share) : words.none}</span>,
    },
  ];
}

function KeyCounts({ part: { keys, more } }: { part: KeyPart }) {
  const t = useKeysText();
  if (keys.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t.nothing}
      </Text>
    );
  }
  return (
    <Group gap={6}>
      {keys.map(({ keyId, rows, readable }) => (
        <Badge
          key={keyId}
          variant={readable ? 'default' : 'filled'}
          {...(!readable && { color: 'red.8' })}
          className="fw-tabular"
          tt="none"
        >
          {keyId || t.unknownKey} · {rows}
          {!readable && keyId && ` · ${t.missingKey}`}
        </Badge>
      ))}
      {more && (
        <Text size="xs" c="dimmed">
          {t.more}
        </Text>
      )}
    </Group>
  );
}
