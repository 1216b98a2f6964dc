import { WAITING_SORTS } from '@forewarn/core/alerts/model';
import { Button, Checkbox, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { COLUMNS, type ColumnKey, DEFAULT_COLUMNS, writeColumns } from './list-columns.ts';
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
  const toggle = (column: ColumnKey) =>
    onColumns(columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column]);
  return (
    <Stack gap="md">
      <SortSelect search={search} onChange={onChange} />
      <Stack gap="xs" role="group" aria-label={text.columns}>
        <Text size="sm" fw={500}>
          {text.columns}
        </Text>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={10}>
          {COLUMNS.map((column) => (
            <Checkbox
              key={column}
              size="xs"
              radius={4}
              label={names[column]}
              checked={columns.includes(column)}
              disabled={column === 'descriptor'}
              onChange={() => toggle(column)}
            />
          ))}
        </SimpleGrid>
        {writeColumns(columns) !== writeColumns(DEFAULT_COLUMNS) && (
          <Button variant="subtle" size="compact-sm" onClick={() => onColumns(DEFAULT_COLUMNS)}>
            {text.columnsDefault}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
