import { Checkbox, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useT } from '../i18n/hooks.ts';
import { DataRow, type DataRowActs } from './data-row.tsx';
import classes from './data-table.module.css';

export interface Column<T, S extends string = string> {
  key: string;
  header: string;
  /** `reachable`: whether Tab stops in this row; only one row does while {@link DataTableProps.current} is given. */
  render: (row: T, reachable: boolean) => ReactNode;
  /** The field to sort by; without it the column can't be sorted. */
  sort?: S;
  align?: 'start' | 'end';
  width?: number | string;
}

export interface Sorting<S extends string = string> {
  by: S;
  order: 'asc' | 'desc';
}

/** A first column to choose rows by; with Shift, a range. */
export interface RowChoice<T> {
  isChosen: (row: T) => boolean;
  onToggle: (row: T, range: boolean) => void;
  /** How many of the shown rows are chosen. */
  extent: 'none' | 'some' | 'all';
  onToggleAll: () => void;
  label: (row: T) => string;
  allLabel: string;
}

interface DataTableProps<T, S extends string> {
  /** Says what the table holds to those who can't see it. */
  label: string;
  /** Keep the array between renders: rows are drawn anew only when they or the columns change. */
  columns: readonly Column<T, S>[];
  rows: readonly T[];
  rowKey: (row: T) => string | number;
  sorting?: Sorting<S>;
  onSort?: (sorting: Sorting<S>) => void;
  /** For a click anywhere in the row. Keyboard users need a link or button of their own in a cell. */
  onOpen?: (row: T) => void;
  /** Rows that have just arrived. */
  isMarked?: (row: T) => boolean;
  choice?: RowChoice<T>;
  /** Less air between columns, where there are many. */
  dense?: boolean;
  /** The key of the one row that Tab reaches; the page moves it by keys. Without it, Tab goes through all rows. */
  current?: string | number | undefined;
}

export function DataTable<T, S extends string = string>(props: DataTableProps<T, S>) {
  const { label, columns, rows, rowKey, sorting, onSort, onOpen, isMarked, choice, current, dense = false } = props;
  const acts = useRef<DataRowActs<T>>({});
  acts.current = { onOpen, onToggle: choice?.onToggle };
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing="sm" horizontalSpacing={dense ? 8 : 'sm'} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {choice && (
              <Table.Th className={classes.check}>
                <Checkbox
                  size="xs"
                  radius={4}
                  aria-label={choice.allLabel}
                  checked={choice.extent === 'all'}
                  indeterminate={choice.extent === 'some'}
                  onChange={choice.onToggleAll}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <DataRow
                key={key}
                id={key}
                row={row}
                columns={columns}
                acts={acts}
                opens={onOpen !== undefined}
                marked={isMarked?.(row) ?? false}
                reachable={current === undefined || current === key}
                {...(choice && { chosen: choice.isChosen(row), choiceLabel: choice.label(row) })}
              />
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface HeadCellProps<T, S extends string> {
  column: Column<T, S>;
  sorting: Sorting<S> | undefined;
  onSort: ((sorting: Sorting<S>) => void) | undefined;
}

function HeadCell<T, S extends string>({ column, sorting, onSort }: HeadCellProps<T, S>) {
  const t = useT();
  const { sort, header } = column;
  const order = sort !== undefined && sorting?.by === sort ? sorting.order : undefined;
  const Icon = order === undefined ? IconArrowsSort : order === 'asc' ? IconArrowUp : IconArrowDown;
  const spoken = order === undefined ? 'none' : order === 'asc' ? 'ascending' : 'descending';
  return (
    <Table.Th
      className={`${classes.head} ${column.align === 'end' ? classes.end : ''}`}
      w={column.width}
      {...(sort !== undefined && { 'aria-sort': spoken })}
    >
      {sort !== undefined && onSort ? (
        <UnstyledButton
          className={`${classes.sort} ${order ? classes.sorted : ''}`}
          title={t.sortBy(header)}
          onClick={() => onSort({ by: sort, order: order === 'asc' ? 'desc' : 'asc' })}
        >
          {header}
          <Icon size={14} aria-hidden />
        </UnstyledButton>
      ) : (
        header
      )}
    </Table.Th>
  );
}
