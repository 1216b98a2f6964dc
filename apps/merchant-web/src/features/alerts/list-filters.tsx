import { PROGRAMS, RISK_LEVELS } from '@forewarn/core/alerts/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Button, Collapse, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { type AlertSearch, activeFilters, RANGES, sortingOf } from './list-search.ts';
import type { AlertSort } from './list-table.tsx';
import { useListText } from './text/index.ts';
import { TypedInput } from './typed-input.tsx';

interface ListFiltersProps {
  search: AlertSearch;
  /** Whether it is a phone: then all but the search hides behind a button, and sorting is offered here. */
  compact: boolean;
  onChange: (change: Partial<AlertSearch>) => void;
}

const CLEARED = { range: 'any', from: undefined, to: undefined, risk: undefined, program: undefined } as const;

export function ListFilters({ search, compact, onChange }: ListFiltersProps) {
  const text = useListText();
  const [opened, { toggle }] = useDisclosure(false);
  const active = activeFilters(search);
  const clear = active > 0 && (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconX size={14} aria-hidden />}
      onClick={() => onChange({ ...CLEARED, min: undefined, max: undefined, q: '' })}
    >
      {text.clearFilters}
    </Button>
  );
  const keyword = (
    <TypedInput
      type="search"
      style={{ flex: '1 1 240px' }}
      aria-label={text.keyword}
      placeholder={text.keyword}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={100}
      value={search.q}
      onCommit={(q) => onChange({ q })}
    />
  );
  if (!compact) {
    return (
      <Group gap="xs">
        {keyword}
        <Choices search={search} onChange={onChange} />
        {clear}
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        {keyword}
        <Button
          variant="default"
          flex="none"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={toggle}
        >
          {active > 0 ? text.filtersActive(active) : text.filters}
        </Button>
      </Group>
      <Collapse expanded={opened} keepMounted={false}>
        <Stack gap="xs">
          <SortSelect search={search} onChange={onChange} />
          <Choices search={search} onChange={onChange} />
          {clear}
        </Stack>
      </Collapse>
    </Stack>
  );
}

type ChoicesProps = Omit<ListFiltersProps, 'compact'>;

function Choices({ search, onChange }: ChoicesProps) {
  const text = useListText();
  const labels = useAlertLabels();
  const amount = (value: string) => (value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value));
  return (
    <>
      <NativeSelect
        aria-label={text.range}
        value={search.range}
        data={RANGES.map((value) => ({ value, label: text.ranges[value] }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ range: RANGES.find((range) => range === value) ?? 'any' })
        }
      />
      {search.range === 'custom' && (
        <Group gap="xs" grow>
          <TextInput
            type="date"
            aria-label={text.from}
            value={search.from ?? ''}
            {...(search.to && { max: search.to })}
            onChange={({ currentTarget: { value } }) => onChange({ from: value || undefined })}
          />
          <TextInput
            type="date"
            aria-label={text.to}
            value={search.to ?? ''}
            {...(search.from && { min: search.from })}
            onChange={({ currentTarget: { value } }) => onChange({ to: value || undefined })}
          />
        </Group>
      )}
      <NativeSelect
        aria-label={text.risk}
        value={search.risk ?? ''}
        data={[
          { value: '', label: text.anyRisk },
          ...RISK_LEVELS.map((value) => ({ value, label: labels.risk[value] })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ risk: RISK_LEVELS.find((level) => level === value) })}
      />
      <NativeSelect
        aria-label={text.program}
        value={search.program ?? ''}
        data={[
          { value: '', label: text.anyProgram },
          ...PROGRAMS.map((value) => ({ value, label: labels.program[value] })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ program: PROGRAMS.find((program) => program === value) })
        }
      />
      <Group gap="xs" wrap="nowrap">
        <TypedInput
          inputMode="decimal"
          w={128}
          flex={1}
          aria-label={text.minAmount}
          placeholder={text.minAmount}
          value={search.min?.toString() ?? ''}
          onCommit={(value) => onChange({ min: amount(value) })}
        />
        <TypedInput
          inputMode="decimal"
          w={128}
          flex={1}
          aria-label={text.maxAmount}
          placeholder={text.maxAmount}
          value={search.max?.toString() ?? ''}
          onCommit={(value) => onChange({ max: amount(value) })}
        />
      </Group>
    </>
  );
}

function SortSelect({ search, onChange }: ChoicesProps) {
  const text = useListText();
  const { by, order } = sortingOf(search);
  return (
    <NativeSelect
      label={text.sort}
      value={`${by}.${order}`}
      data={Object.entries(text.sorts).map(([value, label]) => ({ value, label }))}
      onChange={({ currentTarget: { value } }) => {
        const [sort, direction] = value.split('.');
        onChange({ sort: sort as AlertSort, order: direction === 'asc' ? 'asc' : 'desc' });
      }}
    />
  );
}
