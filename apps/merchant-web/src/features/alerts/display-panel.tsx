import { WAITING_SORTS } from '@forewarn/core/alerts/model';
import { ColumnChooser } from '@forewarn/ui/lists';
import { NativeSelect, Stack } from '@mantine/core';
import { CHOICE, type ColumnKey } from './list-columns.ts';
import { sortingOf, waits } from './list-input.ts';
import { AlertSearch } from './list-search.ts';
import { useFilterText, useListText } from './text/index.ts';

interface SortSelectProps {
  search: AlertSearch;
  onChange: (change: Partial<AlertSearch>) => void;
}

export function SortSelect({ search, onChange }: SortSelectProps) {
  const text = useFilterText();
  const { by, order } = sortingOf(search);
  const here = `${by}.${order}`;
  const known = Object.entries(text.sorts)
    .filter(([value]) => waits(search.view) || !WAITING_SORTS.some((sort) => value.startsWith(sort)))
    .map(([value, label]) => ({ value, label }));
  return (
    <NativeSelect
      label={text.sort}
      value={here}
      data={known.some(({ value }) => value === here) ? known : [{ value: here, label: here }, ...known]}
      onChange={({ currentTarget: { value } }) => {
        const [sort, direction] = value.split('.');
        onChange(AlertSearch.pick({ sort: true, order: true }).parse({ sort, order: direction }));
      }}
    />
  );
}

interface DisplayPanelProps extends SortSelectProps {
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
}

/** In which order, and which columns. */
export function DisplayPanel({ search, onChange, columns, onColumns }: DisplayPanelProps) {
  const text = useFilterText();
  const { columns: names } = useListText();
  return (
    <Stack gap="md">
      <SortSelect search={search} onChange={onChange} />
      <ColumnChooser
        choice={CHOICE}
        names={names}
        chosen={columns}
        onChoose={onColumns}
        text={{ columns: text.columns, byDefault: text.columnsDefault }}
      />
    </Stack>
  );
}
