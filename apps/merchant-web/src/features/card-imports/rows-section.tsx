import { type CardImportDetail, IMPORT_FIELDS, ROW_FILTERS, type RowFilter } from '@forewarn/core/card-imports/model';
import { Pager } from '@forewarn/ui/data';
import { ErrorNote, ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { ProblemsMenu } from './problems-menu.tsx';
import { isMendable, type RowHandlers } from './row-cell.tsx';
import { RowStack, RowTable } from './row-list.tsx';
import classes from './rows-section.module.css';
import { useImportText } from './text.ts';
import { useEditRow } from './use-import.ts';

const route = getRouteApi('/shell/cards/import/$id');

/** The lines with what becomes of each, a page at a time; those with problems first of all. */
export function RowsSection({ one, readOnly }: { one: CardImportDetail; readOnly: boolean }) {
  const { rows: text } = useImportText();
  const problemOf = useProblemOf();
  const { show, page, size } = route.useSearch();
  const navigate = route.useNavigate();
  const compact = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [said, setSaid] = useState('');
  const edit = useEditRow();
  const filter: RowFilter = show ?? (one.problemRows > 0 ? 'PROBLEM' : 'ALL');
  const list = useQuery(
    trpc.cards.imports.rows.queryOptions(
      { id: one.id, filter, page, size },
      { placeholderData: keepPreviousData, staleTime: 0 },
    ),
  );
  const editable = !readOnly && one.status !== 'RUNNING';
  const handlers: RowHandlers = {
    editable,
    saving: edit.isPending ? Number(edit.variables.line) : undefined,
    onChange: ({ line }, field, value) =>
      edit.mutate(
        { id: one.id, line, values: { [field]: value } },
        {
          onSuccess: ({ verdict }) =>
            setSaid(verdict === 'READY' || verdict === 'REOPEN' ? text.fixed(line) : text.stillWrong(line)),
        },
      ),
  };
  const counts = { ALL: one.totalRows, PROBLEM: one.problemRows, READY: one.readyRows, IMPORTED: one.importedRows };
  const rows = list.data?.records ?? [];
  const mendable = editable && rows.some((row) => IMPORT_FIELDS.some((field) => isMendable(row, field)));
  const mapped = IMPORT_FIELDS.filter((field) => one.mapping[field] !== null);
  const lines = { rows, mapped, handlers };
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Title order={2} size="h4">
          {text.title}
        </Title>
        {one.problemRows > 0 && <ProblemsMenu id={one.id} />}
      </Group>
      <nav className={classes.views} aria-label={text.filter}>
        {ROW_FILTERS.map((option) => (
          <Link
            key={option}
            from="/cards/import/$id"
            to="/cards/import/$id"
            search={{ show: option, page: 1, size }}
            replace
            resetScroll={false}
            className={classes.view ?? ''}
            activeOptions={{ exact: true }}
            aria-current={option === filter ? 'page' : undefined}
          >
            {text[option](counts[option])}
          </Link>
        ))}
      </nav>
      {mendable && (
        <Text size="sm" c="dimmed">
          {text.how}
        </Text>
      )}
      <Text role="status" size="sm" c="var(--fw-positive-text)" hidden={said === ''}>
        {said}
      </Text>
      {edit.isError && <ErrorNote problem={problemOf(edit.error)} />}
      {list.isPending && <ListSkeleton rows={4} />}
      {list.isError && <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <Paper p="lg">
          <Text ta="center" c="dimmed">
            {text.empty[filter]}
          </Text>
        </Paper>
      )}
      {rows.length > 0 && (compact ? <RowStack {...lines} /> : <RowTable {...lines} />)}
      {list.data && list.data.total > 10 && (
        <Pager
          page={list.data.current}
          pages={list.data.pages}
          total={list.data.total}
          size={size}
          onPage={(next) => void navigate({ search: { show, page: next, size } })}
          onSize={(next) => void navigate({ search: { show, page: 1, size: next } })}
        />
      )}
    </Stack>
  );
}
