import type { AlertSummary } from '@forewarn/core/alerts/model';
import { EmptyState } from '@forewarn/ui/feedback';
import { SegmentedControl } from '@mantine/core';
import { IconCircleCheck, IconPointer } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTRPC } from '../../api.ts';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { usePulse } from '../../app/use-pulse.ts';
import classes from './queue.module.css';
import { QueueAlert } from './queue-alert.tsx';
import { QueueList } from './queue-list.tsx';
import { nextOpen } from './same-descriptor.ts';
import { QUEUE_VIEWS, type QueueSearch } from './search.ts';
import { useAlertsText } from './text/index.ts';
import { useQueueKeys } from './use-queue-keys.ts';

const route = getRouteApi('/inside/queue');
/** As many as a person works through at a sitting; the most urgent come first. */
const SHOWN = 100;

/** Unmatched and held alerts: on the left what waits, on the right the one to settle. Made to be worked by keyboard. */
export function QueuePage() {
  const t = useAlertsText().queue;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const { waiting } = usePulse();
  const queue = useQuery(
    trpc.admin.alerts.list.queryOptions(
      {
        queue: true,
        sort: 'deadline',
        order: 'asc',
        size: SHOWN,
        ...(search.view === 'unmatched' && { matchStatus: 'UNMATCHED' }),
        ...(search.keyword !== undefined && { keyword: search.keyword }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const change = (next: QueueSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const records = queue.data?.records ?? [];
  const rows = search.view === 'held' ? records.filter(({ holdReason }) => holdReason !== null) : records;
  // Rows of a former filter, kept while the new ones are read, must not be opened.
  const first = queue.isPlaceholderData ? undefined : rows[0]?.id;

  useEffect(() => {
    if (search.open === undefined && first !== undefined) {
      void navigate({ search: (now) => ({ ...now, open: first }), replace: true });
    }
  }, [search.open, first, navigate]);
  useQueueKeys(rows, search.open, (open) => change({ open }));

  const settled = (ids: ReadonlySet<number>) => {
    if (search.open !== undefined) change({ open: nextOpen(rows, search.open, ids) });
  };

  return (
    <Page
      fill
      title={t.title}
      hint={waiting !== undefined && t.hint(waiting)}
      actions={
        <>
          <KeywordFilter
            value={search.keyword}
            onChange={(keyword) => change({ keyword, open: undefined })}
            placeholder={t.search}
            w={240}
          />
          <SegmentedControl
            aria-label={t.viewsLabel}
            value={search.view ?? 'all'}
            onChange={(value) => change({ view: QUEUE_VIEWS.find((view) => view === value), open: undefined })}
            data={[
              { value: 'all', label: t.views.all },
              ...QUEUE_VIEWS.map((view) => ({ value: view, label: t.views[view] })),
            ]}
          />
        </>
      }
    >
      <QueryView query={queue}>
        {(page) => (
          <Board
            rows={rows}
            total={page.total}
            filtered={search.view !== undefined || search.keyword !== undefined}
            open={search.open}
            onOpen={(open) => change({ open })}
            onSettled={settled}
          />
        )}
      </QueryView>
    </Page>
  );
}

interface BoardProps {
  rows: AlertSummary[];
  total: number;
  filtered: boolean;
  open: number | undefined;
  onOpen: (id: number) => void;
  onSettled: (ids: ReadonlySet<number>) => void;
}

function Board({ rows, total, filtered, open, onOpen, onSettled }: BoardProps) {
  const t = useAlertsText().queue;
  if (rows.length === 0 && open === undefined) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={26} />}
        title={filtered ? t.nothing : t.empty}
        {...(!filtered && { text: t.emptyHint })}
      />
    );
  }
  return (
    <div className={classes.board}>
      <QueueList rows={rows} total={total} open={open} onOpen={onOpen} />
      {open === undefined ? (
        <div className={classes.work}>
          <EmptyState icon={<IconPointer size={26} />} title={t.choose} />
        </div>
      ) : (
        <QueueAlert key={open} id={open} queue={rows} onSettled={onSettled} />
      )}
    </div>
  );
}
