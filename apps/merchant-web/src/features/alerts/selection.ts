/** Rows that are chosen, over all pages of one list, and where a range starts. */
export interface Selection<T> {
  readonly rows: ReadonlyMap<number, T>;
  readonly anchor: number | null;
}
interface Row {
  id: number;
}

export const NOTHING = { rows: new Map<number, never>(), anchor: null } as const;

/** Chooses a row or lets it go; `range` does the same with all rows from the one before to this one. */
export function toggle<T extends Row>(state: Selection<T>, shown: readonly T[], row: T, range: boolean): Selection<T> {
  const choose = !state.rows.has(row.id);
  const rows = new Map(state.rows);
  for (const one of range ? between(shown, state.anchor, row.id) : [row]) {
    if (choose) rows.set(one.id, one);
    else rows.delete(one.id);
  }
  return { rows, anchor: row.id };
}

function between<T extends Row>(shown: readonly T[], anchor: number | null, id: number): readonly T[] {
  const to = shown.findIndex((row) => row.id === id);
  const from = shown.findIndex((row) => row.id === anchor);
  if (from < 0) return shown.slice(to, to + 1);
  return shown.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** How many of the shown rows are chosen. */
export function extent<T extends Row>(state: Selection<T>, shown: readonly T[]): 'none' | 'some' | 'all' {
  const count = shown.filter(({ id }) => state.rows.has(id)).length;
  return count === 0 ? 'none' : count === shown.length ? 'all' : 'some';
}

/** Chooses all shown rows; lets them go when all are chosen. Other pages stay as they are. */
export function toggleAll<T extends Row>(state: Selection<T>, shown: readonly T[]): Selection<T> {
  const rows = new Map(state.rows);
  const choose = extent(state, shown) !== 'all';
  for (const row of shown) {
    if (choose) rows.set(row.id, row);
    else rows.delete(row.id);
  }
  return { rows, anchor: state.anchor };
}

/** The chosen rows, with the latest content of those that are shown. */
export function chosen<T extends Row>(state: Selection<T>, shown: readonly T[]): T[] {
  const fresh = new Map(shown.map((row) => [row.id, row]));
  return [...state.rows.values()].map((row) => fresh.get(row.id) ?? row);
}
