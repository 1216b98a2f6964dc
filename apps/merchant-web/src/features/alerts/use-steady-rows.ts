import { useEffect, useState } from 'react';
import { advance, arrivals, type SteadyList } from './steady-list.ts';

/** How long a new row stays marked. */
const MARKED_FOR = 20_000;

interface Row {
  id: number;
}

/**
 * Rows that don't jump: `pending` newcomers wait while the reader is `busy` with the list, else they come in marked.
 * While another page or filter loads, the former rows stay, `outdated`. `rows` is undefined until something has loaded.
 */
export function useSteadyRows<T extends Row>(key: string, latest: readonly T[] | undefined, busy: boolean) {
  const [state, setState] = useState<SteadyList<T>>();
  const next = latest ? advance(state, key, latest, busy) : state;
  if (next !== state) setState(next);

  const marked = next?.marked;
  useEffect(() => {
    if (!marked || marked.size === 0) return;
    const timer = setTimeout(() => setState((now) => now && { ...now, marked: new Set() }), MARKED_FOR);
    return () => clearTimeout(timer);
  }, [marked]);

  return {
    rows: next?.rows,
    marked,
    outdated: next !== undefined && next.key !== key,
    pending: latest && next?.key === key ? arrivals(next.rows, latest).length : 0,
    showPending: () => latest && setState((now) => advance(now, key, latest, false)),
  };
}
