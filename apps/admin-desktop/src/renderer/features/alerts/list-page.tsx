import { DataTable, Pager } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { Paper } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ExportButton } from './export-button.tsx';
import { ListChips } from './list-chips.tsx';
import { useColumnChoice } from './list-column-choice.ts';
import { useAlertColumns } from './list-columns.tsx';
import { ListDisplay } from './list-display.tsx';
import { ListFilters } from './list-filters.tsx';
import { QuickViews } from './quick-views.tsx';
import { AlertSearch, activeFilters, sortingOf, toListInput, waits } from './search.ts';
import { useAlertsText } from './text/index.ts';
import { useListKeys } from './use-list-keys.ts';

const route = getRouteApi('/inside/alerts');

/** Every alert of every merchant, filters in the URL. */
export function AlertListPage() {
  const t = useAlertsText().list;
  const search = AlertSearch(route.useSearch());
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const [chosen, choose] = useColumnChoice();
  const columns = useAlertColumns(chosen, waits(search));
  const asked = toListInput(search, new Date());
  const alerts = useQuery(trpc.admin.alerts.list.queryOptions(asked, { placeholderData: keepPreviousData }));
  const current = useListKeys(alerts.data?.records ?? []);
  const change = (next: AlertSearch) =>
    void navigate({ search: (now) => ({ ...now, page: undefined, ...next }), replace: true });
  const clear = () => void navigate({ search: ({ size, sort, order }) => ({ size, sort, order }) });
  const open = (id: number) => void navigate({ to: '/alerts/$id', params: { id: String(id) } });

  return (
    <Page
      title={t.title}
      hint={t.hint}
      actions={
        <>
          <ListDisplay search={search} onChange={change} columns={chosen} onColumns={choose} />
          <ExportButton filters={asked} total={alerts.isPlaceholderData ? undefined : alerts.data?.total} />
        </>
      }
    >
      <QuickViews search={search} onChange={change} />
      <ListFilters search={search} onChange={change} onClear={clear} />
      <ListChips search={search} onChange={change} />
      <QueryView query={alerts}>
        {(page) =>
          page.total === 0 ? (
            <Paper>
              <EmptyState
                icon={<IconBellOff size={26} />}
                title={activeFilters(search) > 0 ? t.nothing : t.empty}
                text={activeFilters(search) > 0 ? t.nothingHint : t.emptyHint}
              />
            </Paper>
          ) : (
            <>
              <Paper style={{ overflow: 'hidden' }}>
                <DataTable
                  label={t.table}
                  columns={columns}
                  rows={page.records}
                  rowKey={(alert) => alert.id}
                  sorting={sortingOf(search)}
                  dense={chosen.length > 8}
                  onSort={({ by, order }) => change({ sort: by, order })}
                  onOpen={(alert) => open(alert.id)}
                  current={current ?? page.records[0]?.id}
                />
              </Paper>
              <Pager
                page={page.current}
                pages={page.pages}
                total={page.total}
                size={page.size}
                onPage={(next) => change({ page: next })}
                onSize={(size) => change({ size: size as 10 | 20 | 50 })}
              />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
