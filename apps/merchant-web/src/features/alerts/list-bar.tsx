import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconBookmark, IconFilter, IconSearch } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { DisplayPanel, SortSelect } from './display-panel.tsx';
import { FilterPanel } from './filter-panel.tsx';
import classes from './list.module.css';
import { activeFilters } from './list-active.ts';
import type { ColumnKey } from './list-columns.ts';
import { type AlertSearch, CLEARED, RANGES } from './list-search.ts';
import { Panel } from './panel.tsx';
import { useFilterText, useViewText } from './text/index.ts';
import { TypedInput } from './typed-input.tsx';
import { ViewsMenu } from './views-menu.tsx';

export type OpenPanel = 'filter' | 'display' | 'views' | null;

interface ListBarProps {
  search: AlertSearch;
  onChange: (change: Partial<AlertSearch>) => void;
  compact: boolean;
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
  panel: OpenPanel;
  onPanel: (panel: OpenPanel) => void;
  keyword: Ref<HTMLInputElement>;
  /** How many alerts the filters leave, in words; while it isn't known, the sheet only says "done". */
  matching: string | undefined;
  /** What stands at the end of the bar. */
  children?: ReactNode;
}

/** Search, period, filters, display and views; on a phone search and two buttons, and the rest in sheets. */
export function ListBar(props: ListBarProps) {
  const { search, onChange, compact, columns, onColumns, panel, onPanel, keyword, matching, children } = props;
  const text = useFilterText();
  const views = useViewText();
  const active = activeFilters(search).filter(({ key }) => key !== 'q' && (compact || key !== 'range')).length;
  const control = (name: Exclude<OpenPanel, null>) => ({
    opened: panel === name,
    onChange: (opened: boolean) => onPanel(opened ? name : null),
    compact,
  });
  const button = (name: Exclude<OpenPanel, null>, label: string, Icon: typeof IconFilter) => (
    <Button
      {...(compact && { px: 8 })}
      variant="default"
      flex="none"
      leftSection={<Icon size={16} aria-hidden />}
      aria-expanded={panel === name}
      aria-haspopup="dialog"
      onClick={() => onPanel(panel === name ? null : name)}
    >
      {label}
    </Button>
  );
  return (
    <search className={classes.bar}>
      <TypedInput
        ref={keyword}
        type="search"
        className={classes.keyword ?? ''}
        aria-label={text.keyword}
        placeholder={compact ? text.keywordShort : text.keyword}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={search.q}
        onCommit={(q) => onChange({ q: q.trim() })}
      />
      {!compact && <RangeSelect search={search} onChange={onChange} />}
      <Panel
        {...control('filter')}
        label={text.filters}
        width={420}
        target={button('filter', active > 0 ? text.filtersActive(active) : text.filters, IconFilter)}
      >
        <Stack gap="sm">
          {compact && <SortSelect search={search} onChange={onChange} />}
          {compact && <RangeSelect search={search} onChange={onChange} labelled />}
          <FilterPanel search={search} onChange={onChange} />
          <Group justify="space-between" mt="xs" className={classes.sheetFoot ?? ''}>
            <Button variant="subtle" color="gray" disabled={active === 0} onClick={() => onChange(CLEARED)}>
              {text.clear}
            </Button>
            <Button onClick={() => onPanel(null)}>{matching === undefined ? text.done : text.show(matching)}</Button>
          </Group>
        </Stack>
      </Panel>
      {!compact && (
        <Panel
          {...control('display')}
          label={text.display}
          width={340}
          target={button('display', text.display, IconAdjustmentsHorizontal)}
        >
          <DisplayPanel search={search} onChange={onChange} columns={columns} onColumns={onColumns} />
        </Panel>
      )}
      <Panel {...control('views')} label={views.menu} width={360} target={button('views', views.menu, IconBookmark)}>
        <ViewsMenu search={search} onClose={() => onPanel(null)} />
      </Panel>
      {children}
    </search>
  );
}

interface RangeSelectProps {
  search: AlertSearch;
  onChange: (change: Partial<AlertSearch>) => void;
  labelled?: boolean;
}

/** a period in one step, or two days of one's own. */
function RangeSelect({ search, onChange, labelled = false }: RangeSelectProps) {
  const text = useFilterText();
  return (
    <>
      <NativeSelect
        className={classes.range ?? ''}
        {...(labelled ? { label: text.range } : { 'aria-label': text.range })}
        value={search.range}
        data={RANGES.map((value) => ({ value, label: text.ranges[value] }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ range: RANGES.find((range) => range === value) ?? 'any', from: undefined, to: undefined })
        }
      />
      {search.range === 'custom' && (
        <Group gap="xs" wrap="nowrap" className={classes.days ?? ''}>
          <TextInput
            type="date"
            flex={1}
            aria-label={text.from}
            value={search.from ?? ''}
            {...(search.to && { max: search.to })}
            onChange={({ currentTarget: { value } }) => onChange({ from: value || undefined })}
          />
          <TextInput
            type="date"
            flex={1}
            aria-label={text.to}
            value={search.to ?? ''}
            {...(search.from && { min: search.from })}
            onChange={({ currentTarget: { value } }) => onChange({ to: value || undefined })}
          />
        </Group>
      )}
    </>
  );
}
