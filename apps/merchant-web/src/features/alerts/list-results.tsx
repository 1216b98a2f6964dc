import { Pager } from '@forewarn/ui/data';
import { ErrorState } from '@forewarn/ui/feedback';
import { Paper, Stack, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FocusEvent, type MouseEvent, useEffect, useRef } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { BatchBar } from './batch-bar.tsx';
import classes from './list.module.css';
import { AlertCards } from './list-cards.tsx';
import type { ColumnKey } from './list-columns.ts';
import { ListEmpty } from './list-empty.tsx';
import { sortingOf, toFilterInput, toListInput, waits } from './list-input.ts';
import { AlertSearch } from './list-search.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import { AlertTable } from './list-table.tsx';
import { PendingPill } from './pending-pill.tsx';
import { RuleNotices } from './rule-line.tsx';
import { useListText } from './text/index.ts';
import { useBusy } from './use-busy.ts';
import { useListKeys } from './use-list-keys.ts';
import { useRoving } from './use-roving.ts';
import { useSelection } from './use-selection.ts';
import { useSteadyRows } from './use-steady-rows.ts';

interface ListResultsProps {
  search: AlertSearch;
  onChange: (change: Partial<AlertSearch>) => void;
  compact: boolean;
  /** On a phone: taps choose cards instead of opening them. */
  choosing: boolean;
  columns: readonly ColumnKey[];
  /** How many alerts match, in words, once it is known. */
  onMatching: (matching: string | undefined) => void;
}

export function ListResults({ search, onChange, compact, choosing, columns, onMatching }: ListResultsProps) {
  const text = useListText();
  const problemOf = useProblemOf();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const input = toListInput(search);
  const list = useQuery(trpc.alerts.list.queryOptions(input));
  const { busy, handlers } = useBusy();
  const steady = useSteadyRows(JSON.stringify(input), list.data?.records, busy);
  const rows = steady.rows ?? [];
  const roving = useRoving(rows, place);
  const mayChoose = useMayChoose();
  const selection = useSelection(JSON.stringify(toFilterInput(search)), rows);
  const total = list.data?.total;
  const marked = steady.marked ?? new Set<number>();

  useEffect(() => onMatching(total === undefined ? undefined : String(total)), [total, onMatching]);
  const clear = useRef(selection.clear);
  clear.current = selection.clear;
  useEffect(() => {
    if (!choosing) clear.current();
  }, [choosing]);
  const loaded = steady.rows !== undefined;
  const restore = useRef(roving.restore);
  restore.current = roving.restore;
  useEffect(() => {
    if (loaded) restore.current();
  }, [loaded]);

  const open = () => {
    const row = rows.find(({ id }) => id === roving.current);
    if (!row) return;
    roving.leave(row.id);
    void navigate({ to: '/alerts/$id', params: { id: String(row.id) } });
  };
  const choose = (range: boolean) => {
    const row = rows.find(({ id }) => id === roving.current);
    if (row) selection.toggle(row, range);
  };
  const step = (by: number) => () => roving.move(by);
  const arrow = (by: number) => () => roving.inside() && roving.move(by);
  useListKeys({
    j: step(1),
    k: step(-1),
    ArrowDown: arrow(1),
    ArrowUp: arrow(-1),
    n: steady.showPending,
    /* A link or button under focus opens by itself; from a row's checkbox, Enter opens the row. */
    Enter: () => roving.inside() && !document.activeElement?.closest('a, button') && open(),
    x: () => mayChoose && roving.inside() && choose(false),
    X: () => mayChoose && roving.inside() && choose(true),
    Escape: () => {
      if (selection.selected.length > 0) selection.clear();
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  });

  function content() {
    if (!list.data && list.isError) {
      return (
        <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
      );
    }
    if (!steady.rows) return <ListSkeleton compact={compact} rows={search.size} />;
    if (rows.length === 0 && !steady.outdated) {
      return (
        <Paper>
          <ListEmpty search={search} onChange={onChange} />
        </Paper>
      );
    }
    const shown = { rows, marked, selection: mayChoose ? selection : undefined, current: roving.current };
    return (
      <Stack gap="md" className={steady.outdated ? (classes.outdated ?? '') : ''} aria-busy={steady.outdated}>
        <div
          ref={place}
          {...handlers}
          onFocusCapture={(event: FocusEvent<HTMLElement>) => roving.follow(event.target)}
          onClickCapture={(event: MouseEvent<HTMLElement>) => roving.leave(event.target)}
        >
          <PendingPill count={steady.pending} onShow={steady.showPending} />
          <VisuallyHidden role="status">{marked.size > 0 ? text.came(marked.size) : ''}</VisuallyHidden>
          <RuleNotices rows={rows}>
            {compact ? (
              <AlertCards {...shown} choosing={choosing} />
            ) : (
              <Paper style={{ overflow: 'hidden' }}>
                <AlertTable
                  {...shown}
                  columns={columns}
                  waiting={waits(search.view)}
                  sorting={sortingOf(search)}
                  onSort={({ by, order }) => onChange({ sort: by, order })}
                />
              </Paper>
            )}
          </RuleNotices>
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

  // The bar stays in its place whatever the list shows: answering all of it empties the list beneath the results.
  return (
    <>
      {content()}
      {mayChoose && <BatchBar selected={selection.selected} onClear={selection.clear} onDone={selection.clear} />}
    </>
  );
}

/** Choosing is for those who can do something with what they chose. */
function useMayChoose(): boolean {
  const permissions = useSessionUser()?.permissions ?? [];
  return permissions.includes('alert:process') || permissions.includes('alert:export');
}
