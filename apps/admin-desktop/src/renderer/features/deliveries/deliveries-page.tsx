import type { Delivery } from '@forewarn/core/deliveries/model';
import { SECOND } from '@forewarn/core/kernel/time';
import { type Column, DataTable, DeliveryStateBadge, ToneBadge } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels } from '@forewarn/ui/i18n';
import { Anchor, Group, SegmentedControl, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { useTRPC } from '../../api.ts';
import { ListPaper } from '../../app/list-paper.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { useProblemText } from './problem-text.ts';
import { DELIVERY_VIEWS, type DeliverySearch, STATE_OF } from './search.ts';
import { useDeliveriesText } from './text.ts';

const route = getRouteApi('/inside/deliveries');
type Row = z.output<typeof Delivery>;

/** The raw messages; opens on those that wait for a person. */
export function DeliveriesPage() {
  const t = useDeliveriesText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const view = search.view ?? 'attention';
  const state = STATE_OF[view];
  const deliveries = useQuery(
    trpc.admin.deliveries.list.queryOptions(
      { page: search.page ?? 1, size: search.size ?? 20, ...(state && { state }) },
      { placeholderData: keepPreviousData, refetchInterval: 15 * SECOND },
    ),
  );
  const columns = useColumns();
  const change = (next: DeliverySearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const open = (id: number | undefined) => change({ open: id });
  return (
    <Page
      title={t.title}
      hint={t.hint}
      actions={
        <SegmentedControl
          aria-label={t.viewsLabel}
          value={view}
          onChange={(value) => change({ view: DELIVERY_VIEWS.find((one) => one === value), page: undefined })}
          data={DELIVERY_VIEWS.map((value) => ({ value, label: t.views[value] }))}
        />
      }
    >
      <QueryView query={deliveries}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={
              <EmptyState
                icon={<IconMailCheck size={26} />}
                title={view === 'attention' ? t.empty : t.nothing}
                {...(view === 'attention' && { text: t.emptyHint })}
              />
            }
          >
            <DataTable
              label={t.table}
              columns={columns}
              rows={page.records}
              rowKey={(row) => row.id}
              onOpen={(row) => open(row.id)}
            />
          </ListPaper>
        )}
      </QueryView>
      <DeliveryDrawer id={search.open} onClose={() => open(undefined)} />
    </Page>
  );
}

function useColumns(): Column<Row>[] {
  const problem = useProblemText();
  const t = useDeliveriesText();
  const labels = useStaffLabels();
  const format = useFormat();
  return [
    {
      key: 'received',
      header: t.column.received,
      width: 150,
      render: (row) => (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/deliveries" search={(now) => ({ ...now, open: row.id })} replace {...props} />
          )}
          className="fw-tabular"
          style={{ whiteSpace: 'nowrap' }}
        >
          {format.time(row.receivedTime, 'short')}
          <VisuallyHidden> · {t.open(row.id)}</VisuallyHidden>
        </Anchor>
      ),
    },
    { key: 'kind', header: t.column.kind, width: 110, render: (row) => labels.deliveryKind[row.kind] },
    {
      key: 'state',
      header: t.column.state,
      width: 130,
      render: (row) => (
        <Group gap={6}>
          <DeliveryStateBadge value={row.state} />
          {row.late && <ToneBadge tone="warning">{t.late}</ToneBadge>}
        </Group>
      ),
    },
    {
      key: 'problem',
      header: t.column.problem,
      render: (row) => (
        <Stack gap={0} miw={170}>
          {row.stale && <Text size="sm">{t.stale}</Text>}
          {row.error && !row.stale && (
            <Text size="sm" lineClamp={3} title={problem(row.error)} style={{ overflowWrap: 'anywhere' }}>
              {problem(row.error)}
            </Text>
          )}
          {!row.stale && !row.error && (
            <Text size="sm" c="dimmed">
              {t.noProblem}
            </Text>
          )}
        </Stack>
      ),
    },
    { key: 'repeats', header: t.column.repeats, align: 'end', width: 100, render: (row) => row.repeats },
    {
      key: 'source',
      header: t.column.source,
      width: 130,
      render: (row) => (
        <Text size="sm" className="fw-tabular">
          {row.sourceIp}
        </Text>
      ),
    },
  ];
}
