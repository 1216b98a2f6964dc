import { Checkbox, Table } from '@mantine/core';
import { memo, type RefObject } from 'react';
import classes from './data-table.module.css';
import type { Column } from './data-table.tsx';

/** What a row does; always the latest, so that a row needn't be drawn anew for it. */
export interface DataRowActs<T> {
  onOpen?: ((row: T) => void) | undefined;
  onToggle?: ((row: T, range: boolean) => void) | undefined;
}

interface DataRowProps<T> {
  id: string | number;
  row: T;
  columns: readonly Column<T>[];
  acts: RefObject<DataRowActs<T>>;
  opens: boolean;
  marked: boolean;
  reachable: boolean;
  /** Undefined where rows can't be chosen. */
  chosen?: boolean;
  choiceLabel?: string;
}

function PlainRow<T>({ id, row, columns, acts, opens, marked, reachable, chosen, choiceLabel }: DataRowProps<T>) {
  const names = [classes.row, opens && classes.open, marked && classes.marked, chosen && classes.chosen];
  return (
    <Table.Tr
      data-row={id}
      className={names.filter(Boolean).join(' ')}
      onClick={(event) => opens && !isControl(event.target) && acts.current.onOpen?.(row)}
    >
      {chosen !== undefined && (
        <Table.Td className={classes.check} data-control>
          <Checkbox
            size="xs"
            radius={4}
            aria-label={choiceLabel}
            tabIndex={reachable ? 0 : -1}
            checked={chosen}
            onChange={({ nativeEvent }) => acts.current.onToggle?.(row, isShifted(nativeEvent))}
          />
        </Table.Td>
      )}
      {columns.map((column) => (
        <Table.Td key={column.key} className={column.align === 'end' ? classes.end : undefined}>
          {column.render(row, reachable)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Moving through the list by keys draws two rows anew, not fifty. */
export const DataRow = memo(PlainRow) as typeof PlainRow;

/** A link or button inside a row does its own work; selecting text isn't a click on the row. */
function isControl(target: EventTarget): boolean {
  const inControl = target instanceof Element && target.closest('a, button, input, label, [data-control]') !== null;
  return inControl || (window.getSelection()?.toString() ?? '') !== '';
}

function isShifted(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}
