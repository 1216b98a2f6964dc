export interface ColumnChoice<K extends string> {
  /** In the order they are shown, whatever order they were chosen in. */
  all: readonly K[];
  byDefault: readonly K[];
  /** The row's link: always there. */
  always: K;
  /** `amount,card` as columns; what isn't known any more is left out, and nothing at all means the default. */
  read(text: string | null | undefined): readonly K[];
  write(columns: Iterable<K>): string;
}

/** The columns of a list that its reader chooses among, as they stand in an address or are remembered. */
export function columnChoice<const K extends string>(
  all: readonly K[],
  byDefault: readonly NoInfer<K>[],
  always: NoInfer<K>,
): ColumnChoice<K> {
  return {
    all,
    byDefault,
    always,
    read(text) {
      const named = new Set<string>((text ?? '').split(','));
      if (!all.some((column) => named.has(column))) return byDefault;
      return all.filter((column) => column === always || named.has(column));
    },
    write(columns) {
      const chosen = new Set(columns);
      return all.filter((column) => chosen.has(column)).join(',');
    },
  };
}
