import { useState } from 'react';
import { arrivedFrom, leaveBy } from './left-row.ts';

interface Row {
  id: number;
}

/**
 * The one row that Tab reaches and the keys move. Focus sits on the row's link, which Enter opens by itself.
 * Coming back from an alert, the row one left is that row again, or the one that has taken its place.
 */
export function useRoving(rows: readonly Row[], place: React.RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState<number>();
  const index = rows.findIndex(({ id }) => id === current);

  const focus = (to: number, scroll = true) => {
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (!row) return;
    setCurrent(row.id);
    linkOf(place.current, row.id)?.focus({ preventScroll: true });
    if (scroll) place.current?.querySelector(`[data-row="${row.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const inside = () => place.current?.contains(document.activeElement) ?? false;
  return {
    current: rows[Math.max(index, 0)]?.id,
    /** Whether focus is in the list. */
    inside,
    /** The first step from elsewhere leads to where one was. */
    move: (by: number) => focus(index < 0 || !inside() ? Math.max(index, 0) : index + by),
    /** Focus moved by Tab or a click. */
    follow: (target: EventTarget) => {
      const id = rowOf(target);
      if (id > 0) setCurrent(id);
    },
    /** A row may be about to be left for its alert. */
    leave: (row: EventTarget | number) => {
      const id = typeof row === 'number' ? row : rowOf(row);
      if (id > 0) leaveBy({ id, index: rows.findIndex((one) => one.id === id) });
    },
    restore: () => {
      const left = arrivedFrom();
      if (!left || document.activeElement !== document.body) return;
      const at = rows.findIndex(({ id }) => id === left.id);
      focus(at < 0 ? left.index : at, false);
    },
  };
}

/** The id of the row an element stands in; 0 for none. */
function rowOf(target: EventTarget): number {
  return target instanceof Element ? Number(target.closest('[data-row]')?.getAttribute('data-row') ?? 0) : 0;
}

function linkOf(place: HTMLElement | null, id: number): HTMLElement | null {
  return place?.querySelector<HTMLElement>(`[data-row="${id}"] [data-row-link]`) ?? null;
}
