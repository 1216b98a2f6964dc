/**
 * A list that changes while it is read. Rows that are shown refresh in place; rows only come, go or move when the reader's
 * hand isn't on the list.
 */
interface Row {
  id: number;
}

export interface SteadyList<T> {
  /** Which list this is: other filters or another page start anew. */
  key: string;
  rows: readonly T[];
  /** The newest content known, of which `rows` may lag behind. */
  latest: readonly T[];
  /** Ids that arrived while the list was open. */
  marked: ReadonlySet<number>;
}

/** Rows of `latest` that aren't among `shown`. */
export function arrivals<T extends Row>(shown: readonly T[], latest: readonly T[]): T[] {
  const known = new Set(shown.map(({ id }) => id));
  return latest.filter(({ id }) => !known.has(id));
}

function wouldMove<T extends Row>(shown: readonly T[], latest: readonly T[]): boolean {
  return shown.length !== latest.length || shown.some(({ id }, index) => latest[index]?.id !== id);
}

/** The shown rows in their order with the latest content; a row that has left the list keeps its last content. */
function refreshInPlace<T extends Row>(shown: readonly T[], latest: readonly T[]): T[] {
  const fresh = new Map(latest.map((row) => [row.id, row]));
  return shown.map((row) => fresh.get(row.id) ?? row);
}

/** The next state once `latest` is known; the same object when nothing changes. */
export function advance<T extends Row>(
  state: SteadyList<T> | undefined,
  key: string,
  latest: readonly T[],
  busy: boolean,
): SteadyList<T> {
  if (state?.key !== key) return { key, rows: latest, latest, marked: new Set() };
  if (busy && wouldMove(state.rows, latest)) {
    return state.latest === latest ? state : { ...state, latest, rows: refreshInPlace(state.rows, latest) };
  }
  if (state.rows === latest) return state;
  const arrived = arrivals(state.rows, latest).map(({ id }) => id);
  return {
    key,
    rows: latest,
    latest,
    marked: arrived.length > 0 ? new Set([...state.marked, ...arrived]) : state.marked,
  };
}
