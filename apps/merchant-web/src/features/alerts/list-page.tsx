import { Pager } from '@forewarn/ui/data';
import { ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { usePulse } from '../../app/use-pulse.ts';
import classes from './list.module.css';
import { AlertCards } from './list-cards.tsx';
import { ListEmpty } from './list-empty.tsx';
import { ListFilters } from './list-filters.tsx';
import { AlertSearch, sortingOf, toListInput } from './list-search.ts';
import { AlertTable } from './list-table.tsx';
import { ListViews } from './list-views.tsx';
import { useListText } from './text/index.ts';
import { useBusy } from './use-busy.ts';
import { useFollowPulse } from './use-follow-pulse.ts';
import { useSteadyRows } from './use-steady-rows.ts';

const route = getRouteApi('/shell/alerts');

export function AlertListPage() {
  const text = useListText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const compact = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const waiting = usePulse().data?.needsAnswer;
  usePageTitle(text.page);
  useFollowPulse();

  const change = (part: Partial<AlertSearch>) =>
    void navigate({ search: (before) => ({ ...before, page: 1, ...part }), replace: true, resetScroll: false });
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {text.heading}
        </Title>
        <Text c="dimmed" size="sm" mih={22}>
          {waiting !== undefined && text.summary(waiting)}
        </Text>
      </div>
      <ListViews view={search.view} />
      <ListFilters search={search} compact={compact ?? false} onChange={change} />
      <Results search={search} compact={compact ?? false} onChange={change} />
    </Stack>
  );
}

interface ResultsProps {
  search: AlertSearch;
  compact: boolean;
  onChange: (change: Partial<AlertSearch>) => void;
}

function Results({ search, compact, onChange }: ResultsProps) {
  const problemOf = useProblemOf();
  const input = toListInput(search);
  const list = useQuery(trpc.alerts.list.queryOptions(input));
  const { busy, handlers } = useBusy();
  const steady = useSteadyRows(JSON.stringify(input), list.data?.records, busy);

  if (!list.data && list.isError) {
    return (
      <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
    );
  }
  if (!steady.rows) return <ListSkeleton />;
  if (steady.rows.length === 0 && !steady.outdated) {
    return (
      <Paper>
        <ListEmpty
          search={search}
          onClear={() =>
            onChange({ range: 'any', risk: undefined, program: undefined, min: undefined, max: undefined, q: '' })
          }
        />
      </Paper>
    );
  }
  const rows = { rows: steady.rows, marked: steady.marked ?? new Set<number>() };
  return (
    <Stack gap="md" className={steady.outdated ? (classes.outdated ?? '') : ''} aria-busy={steady.outdated}>
      <div {...handlers}>
        <PendingPill count={steady.pending} onShow={steady.showPending} />
        {compact ? (
          <AlertCards {...rows} />
        ) : (
          <Paper style={{ overflow: 'hidden' }}>
            <AlertTable
              {...rows}
              sorting={sortingOf(search)}
              onSort={({ by, order }) => onChange({ sort: by, order })}
            />
          </Paper>
        )}
      </div>
      {list.data && (
        <Pager
          page={list.data.current}
          pages={list.data.pages}
          total={list.data.total}
          size={search.size}
          onPage={(page) => onChange({ page })}
          onSize={(size) => onChange({ size: AlertSearch.shape.size.parse(size) })}
        />
      )}
    </Stack>
  );
}

function PendingPill({ count, onShow }: { count: number; onShow: () => void }) {
  const text = useListText();
  return (
    <Group className={classes.pending ?? ''} role="status">
      {count > 0 && (
        <Button
          radius="xl"
          size="sm"
          leftSection={<IconArrowUp size={16} aria-hidden />}
          onClick={() => {
            onShow();
            window.scrollTo({ top: 0, behavior: 'smooth' });
          }}
        >
          {text.pending(count)}
        </Button>
      )}
    </Group>
  );
}
