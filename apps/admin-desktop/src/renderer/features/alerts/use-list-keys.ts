import type { AlertSummary } from '@forewarn/core/alerts/model';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';

/** J/K move through the rows, Enter opens the one that is current, / goes to the search; typing in a field is left alone. */
export function useListKeys(rows: readonly AlertSummary[]): number | undefined {
  const [current, setCurrent] = useState<number>();
  const at = rows.findIndex(({ id }) => id === current);
  const move = (step: 1 | -1) => () => {
    const next = rows[at === -1 ? 0 : at + step];
    if (!next) return;
    setCurrent(next.id);
    // The row's own link takes the focus, so that Enter opens it and a screen reader says it.
    document.querySelector<HTMLElement>(`[data-row="${next.id}"] a`)?.focus();
  };
  useHotkeys([
    ['J', move(1)],
    ['K', move(-1)],
    ['/', () => document.querySelector<HTMLInputElement>('[data-page-search]')?.focus()],
  ]);
  return at === -1 ? undefined : current;
}
