import { WAITING_SORTS } from '@forewarn/core/alerts/model';
import { ColumnChooser } from '@forewarn/ui/lists';
import { Button, NativeSelect, Popover, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { CHOICE, type ColumnKey } from './list-column-choice.ts';
import { AlertSearch, sortingOf, waits } from './search.ts';
import { useFilterText } from './text/filters.ts';
import { useAlertsText } from './text/index.ts';

interface ListDisplayProps {
  search: AlertSearch;
  onChange: (change: AlertSearch) => void;
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
}

/** In which order, and which columns. */
export function ListDisplay({ search, onChange, columns, onColumns }: ListDisplayProps) {
  const t = useFilterText().display;
  const names = useAlertsText().list.column;
  const { by, order } = sortingOf(search);
  const here = `${by}.${order}`;
  const known = Object.entries(t.sorts)
    .filter(([value]) => waits(search) || !WAITING_SORTS.some((sort) => value.startsWith(sort)))
    .map(([value, label]) => ({ value, label }));
  return (
    <Popover position="bottom-end" shadow="md" width={340} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}>
          {t.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.open}>
        <Stack gap="md">
          <NativeSelect
            label={t.sort}
            value={here}
            data={known.some(({ value }) => value === here) ? known : [{ value: here, label: t.other }, ...known]}
            onChange={({ currentTarget: { value } }) => {
              const [sort, direction] = value.split('.');
              const wanted = AlertSearch({ sort, order: direction });
              onChange({ sort: wanted.sort, order: wanted.order });
            }}
          />
          <ColumnChooser choice={CHOICE} names={names} chosen={columns} onChoose={onColumns} text={t} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
