import type { AlertSort, AlertSummary } from '@forewarn/core/alerts/model';
import { DataTable, type RowChoice, type Sorting } from '@forewarn/ui/data';
import { useNavigate } from '@tanstack/react-router';
import type { ColumnKey } from './list-columns.ts';
import { useTableColumns } from './table-columns.tsx';
import { useListText } from './text/index.ts';
import type { AlertSelection } from './use-selection.ts';

export interface AlertRowsProps {
  rows: readonly AlertSummary[];
  marked: ReadonlySet<number>;
  /** Undefined where nothing can be done with a choice. */
  selection: AlertSelection | undefined;
  /** The row that Tab reaches. */
  current: number | undefined;
}

interface AlertTableProps extends AlertRowsProps {
  columns: readonly ColumnKey[];
  /** Of what waits, which can go by deadline. */
  waiting: boolean;
  sorting: Sorting<AlertSort>;
  onSort: (sorting: Sorting<AlertSort>) => void;
}

/** The list on a wide screen. */
export function AlertTable({ rows, marked, selection, current, columns, waiting, sorting, onSort }: AlertTableProps) {
  const text = useListText();
  const navigate = useNavigate();
  const choice: RowChoice<AlertSummary> | undefined = selection && {
    isChosen: ({ id }) => selection.has(id),
    onToggle: selection.toggle,
    extent: selection.extent,
    onToggleAll: selection.toggleAll,
    label: ({ alertId }) => text.choose(alertId),
    allLabel: text.chooseAll,
  };
  return (
    <DataTable<AlertSummary, AlertSort>
      label={text.table}
      dense
      columns={useTableColumns(columns, waiting)}
      rows={rows}
      rowKey={({ id }) => id}
      sorting={sorting}
      onSort={onSort}
      isMarked={({ id }) => marked.has(id)}
      current={current}
      {...(choice && { choice })}
      onOpen={({ id }) => void navigate({ to: '/alerts/$id', params: { id: String(id) } })}
    />
  );
}
