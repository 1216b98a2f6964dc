import { CALL_OPERATIONS } from '@forewarn/core/platform/model';
import { type Column, DataTable, ToneBadge } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels } from '@forewarn/ui/i18n';
import { Anchor, Button, Checkbox, Group, NativeSelect, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconPlugConnected, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { instantsOf } from '../../app/date-range.ts';
import { ListPaper } from '../../app/list-paper.tsx';
import { Page } from '../../app/page.tsx';
import { ProviderCircuitNote } from '../../app/provider-circuit.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { RangeFilter } from '../../app/range-filter.tsx';
import { CallDrawer } from './call-drawer.tsx';
import { type Call, callTone, operationName } from './call-labels.ts';
import type { CallSearch } from './search.ts';
import { useCallsText } from './text.ts';

const route = getRouteApi('/inside/calls');

export function CallsPage() {
  const t = useCallsText();
  const labels = useStaffLabels();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const columns = useColumns();
  const { range, from, to } = search;
  const calls = useQuery(
    trpc.admin.interfaceCalls.list.queryOptions(
      {
        page: search.page ?? 1,
        size: search.size ?? 20,
        ...(search.operation && { operation: search.operation }),
        ...(search.failedOnly && { failedOnly: true }),
        ...(search.subject && { subject: search.subject }),
        ...instantsOf({ range, from, to }, new Date()),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const change = (next: CallSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const filter = (next: CallSearch) => change({ page: undefined, ...next });
  const filtered =
    search.operation !== undefined || search.failedOnly === true || search.subject !== undefined || range !== undefined;
  return (
    <Page title={t.title} hint={t.hint}>
      <ProviderCircuitNote />
      <Group gap="sm" role="search">
        <NativeSelect
          aria-label={t.operation}
          value={search.operation ?? ''}
          onChange={(event) => filter({ operation: CALL_OPERATIONS.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t.anyOperation },
            ...CALL_OPERATIONS.map((value) => ({ value, label: labels.operation[value] })),
          ]}
        />
        <RangeFilter value={search} onChange={filter} />
        <Checkbox
          label={t.failedOnly}
          checked={search.failedOnly === true}
          onChange={(event) => filter({ failedOnly: event.currentTarget.checked || undefined })}
        />
        {search.subject && (
          <Button
            variant="light"
            rightSection={<IconX size={14} aria-hidden />}
            onClick={() => filter({ subject: undefined })}
          >
            {t.about(search.subject)}
          </Button>
        )}
      </Group>
      <QueryView query={calls}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={
              <EmptyState
                icon={<IconPlugConnected size={26} />}
                title={filtered ? t.nothing : t.empty}
                {...(!filtered && { text: t.emptyHint })}
              />
            }
          >
            <DataTable
              label={t.table}
              columns={columns}
              rows={page.records}
              rowKey={(call) => call.id}
              onOpen={({ id }) => change({ open: id })}
            />
          </ListPaper>
        )}
      </QueryView>
      <CallDrawer id={search.open} onClose={() => change({ open: undefined })} />
    </Page>
  );
}

function useColumns(): Column<Call>[] {
  const t = useCallsText();
  const labels = useStaffLabels();
  const format = useFormat();
  return [
    {
      key: 'at',
      header: t.column.at,
      width: 180,
      render: (call) => (
        <Anchor
          size="sm"
          className="fw-tabular"
          style={{ whiteSpace: 'nowrap' }}
          title={format.time(call.at, 'exact')}
          renderRoot={(props) => <Link to="/calls" search={(now) => ({ ...now, open: call.id })} replace {...props} />}
        >
          {format.time(call.at, 'dated')}
          <VisuallyHidden> · {t.open(call.id)}</VisuallyHidden>
        </Anchor>
      ),
    },
    {
      key: 'operation',
      header: t.column.operation,
      render: (call) => (
        <Stack gap={0}>
          <Text size="sm">{operationName(call.operation, labels.operation)}</Text>
          <Text size="xs" c="dimmed">
            {labels.direction[call.direction]} · {call.method}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'status',
      header: t.column.status,
      render: (call) => <ToneBadge tone={callTone(call)}>{call.status ?? t.noAnswer}</ToneBadge>,
    },
    { key: 'duration', header: t.column.duration, align: 'end', render: (call) => t.ms(call.durationMs) },
    { key: 'attempt', header: t.column.attempt, align: 'end', render: (call) => call.attempt },
    {
      key: 'subject',
      header: t.column.subject,
      render: (call) => (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {call.subject}
        </Text>
      ),
    },
    {
      key: 'error',
      header: t.column.error,
      render: (call) => (
        <Text size="sm" lineClamp={2}>
          {call.error}
        </Text>
      ),
    },
  ];
}
