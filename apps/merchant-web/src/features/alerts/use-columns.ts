import { useMemo, useState } from 'react';
import { type ColumnKey, readColumns, rememberColumns, rememberedColumns, writeColumns } from './list-columns.ts';
import type { AlertSearch } from './list-search.ts';

/** The columns of the opened view, else those this device remembers; a change goes where they came from. */
export function useColumns(search: AlertSearch, onChange: (change: Partial<AlertSearch>) => void) {
  const [own, setOwn] = useState(rememberedColumns);
  const { cols } = search;
  const named = useMemo(() => (cols === undefined ? undefined : readColumns(cols)), [cols]);
  const choose = (columns: readonly ColumnKey[]) => {
    if (named) return onChange({ cols: writeColumns(columns), page: search.page });
    const inOrder = readColumns(writeColumns(columns));
    rememberColumns(inOrder);
    setOwn(inOrder);
  };
  return [named ?? own, choose] as const;
}
