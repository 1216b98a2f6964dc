import type { AlertSummary } from '@forewarn/core/alerts/model';
import { useState } from 'react';
import { chosen, extent, NOTHING, type Selection, toggle, toggleAll } from './selection.ts';

/** Which alerts are chosen, over the pages of one list (`key`: its filters); other filters start anew. */
export function useSelection(key: string, shown: readonly AlertSummary[]) {
  const [state, setState] = useState<{ key: string; selection: Selection<AlertSummary> }>({ key, selection: NOTHING });
  const selection: Selection<AlertSummary> = state.key === key ? state.selection : NOTHING;
  const set = (next: Selection<AlertSummary>) => setState({ key, selection: next });
  return {
    selected: chosen(selection, shown),
    has: (id: number) => selection.rows.has(id),
    extent: extent(selection, shown),
    toggle: (row: AlertSummary, range: boolean) => set(toggle(selection, shown, row, range)),
    toggleAll: () => set(toggleAll(selection, shown)),
    clear: () => set(NOTHING),
  };
}
export type AlertSelection = ReturnType<typeof useSelection>;
