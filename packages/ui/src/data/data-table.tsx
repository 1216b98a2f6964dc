import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/hooks.ts';
import classes from './data-table.module.css';

export interface Column<T, S extends string = string> {
  key: string;
  header: string;
  render: (row: T) => ReactNode;
  /** The field to sort by; without it the column can't be sorted. */
  sort?: S;
  align?: 'start' | 'end';
  width?: number | string;
}

export interface Sorting<S extends string = string> {
  by: S;
  order: 'asc' | 'desc';
}

interface DataTableProps<T, S extends string> {
  /** Says what the table holds to those who can't see it. */
  label: string;
  columns: readonly Column<T, S>[];
  rows: readonly T[];
  rowKey: (row: T) => string | number;
  sorting?: Sorting<S>;
  onSort?: (sorting: Sorting<S>) => void;
  /** For a click anywhere in the row. Keyboard users need a link or button of their own in a cell. */
  onOpen?: (row: T) => void;
  /** Rows that have just arrived. */
  isMarked?: (row: T) => boolean;
}

export function DataTable<T, S extends string = string>(props: DataTableProps<T, S>) {
  const { label, columns, rows, rowKey, sorting, onSort, onOpen, isMarked } = props;
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing="sm" horizontalSpacing="sm" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr
              key={rowKey(row)}
              className={`${classes.row} ${onOpen ? classes.open : ''} ${isMarked?.(row) ? classes.marked : ''}`}
              onClick={onOpen && ((event) => !isControl(event.target) && onOpen(row))}
            >
              {columns.map((column) => (
                <Table.Td key={column.key} className={column.align === 'end' ? classes.end : undefined}>
                  {column.render(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** A link or button inside a row does its own work; selecting text isn't a click on the row. */
function isControl(target: EventTarget): boolean {
  const inControl = target instanceof Element && target.closest('a, button, input, label') !== null;
  return inControl || (window.getSelection()?.toString() ?? '') !== '';
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
