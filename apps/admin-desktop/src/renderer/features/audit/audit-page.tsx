import type { AuditEntry } from '@forewarn/core/platform/model';
import { type Column, DataTable, ToneBadge } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels } from '@forewarn/ui/i18n';
import { Anchor, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { instantsOf } from '../../app/date-range.ts';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { ListPaper } from '../../app/list-paper.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { RangeFilter } from '../../app/range-filter.tsx';
import { actorKindName } from './actor-kind.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import type { AuditSearch } from './search.ts';
import { useAuditText } from './text.ts';

const route = getRouteApi('/inside/audit');

export function AuditPage() {
  const t = useAuditText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const columns = useColumns();
  const { range, from, to } = search;
  const entries = useQuery(
    trpc.admin.audit.list.queryOptions(
      {
        page: search.page ?? 1,
        size: search.size ?? 20,
        ...(search.action !== undefined && { action: search.action }),
        ...instantsOf({ range, from, to }, new Date()),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const change = (next: AuditSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const filter = (next: AuditSearch) => change({ page: undefined, ...next });
  const filtered = search.action !== undefined || range !== undefined;
  const opened = entries.data?.records.find(({ id }) => id === search.open);
  return (
    <Page title={t.title} hint={t.hint}>
      <Group gap="sm" role="search">
        <KeywordFilter value={search.action} onChange={(action) => filter({ action })} placeholder={t.search} />
        <RangeFilter value={search} onChange={filter} />
      </Group>
      <QueryView query={entries}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={<EmptyState icon={<IconShieldCheck size={26} />} title={filtered ? t.nothing : t.empty} />}
          >
            <DataTable
              label={t.table}
              columns={columns}
              rows={page.records}
              rowKey={(entry) => entry.id}
              onOpen={({ id }) => change({ open: id })}
            />
          </ListPaper>
        )}
      </QueryView>
      <EntryDrawer entry={opened} onClose={() => change({ open: undefined })} />
    </Page>
  );
}

function useColumns(): Column<AuditEntry>[] {
  const t = useAuditText();
  const kinds = useStaffLabels().actorKind;
  const format = useFormat();
  return [
    {
      key: 'at',
      header: t.column.at,
      width: 180,
      render: (entry) => (
        <Anchor
          size="sm"
          className="fw-tabular"
          style={{ whiteSpace: 'nowrap' }}
          title={format.time(entry.at, 'exact')}
          renderRoot={(props) => <Link to="/audit" search={(now) => ({ ...now, open: entry.id })} replace {...props} />}
        >
          {format.time(entry.at, 'dated')}
          <VisuallyHidden> · {t.open(entry.id)}</VisuallyHidden>
        </Anchor>
      ),
    },
    {
      key: 'actor',
      header: t.column.actor,
      render: (entry) => (
        <Stack gap={0}>
          <Text size="sm">{entry.actorName}</Text>
          <Text size="xs" c="dimmed">
            {actorKindName(entry.actorKind, kinds)}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'action',
      header: t.column.action,
      render: (entry) => (
        <Text size="sm" ff="monospace">
          {entry.action}
        </Text>
      ),
    },
    {
      key: 'target',
      header: t.column.target,
      render: (entry) => (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {[entry.targetType, entry.targetId].filter(Boolean).join(' ')}
        </Text>
      ),
    },
    {
      key: 'result',
      header: t.column.result,
      render: (entry) => (
        <ToneBadge tone={entry.result === 'OK' ? 'positive' : 'warning'}>
          {entry.result === 'OK' ? t.ok : entry.result}
        </ToneBadge>
      ),
    },
    { key: 'ip', header: t.column.ip, render: (entry) => <span className="fw-tabular">{entry.ip}</span> },
  ];
}
