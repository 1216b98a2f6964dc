import { MATCH_STATUSES, PROCESS_STATUSES, PROGRAMS, RISK_LEVELS } from '@forewarn/core/alerts/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Button, Checkbox, Group, NativeSelect, NumberInput, Popover, Stack } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { MerchantSelect } from '../../app/merchant-select.tsx';
import { RangeFilter } from '../../app/range-filter.tsx';
import { type AlertSearch, activeFilters } from './search.ts';
import { useAlertsText } from './text/index.ts';

interface ListFiltersProps {
  search: AlertSearch;
  onChange: (change: AlertSearch) => void;
  onClear: () => void;
}

/** A value of the list or nothing, from what a select says. */
const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text);

export function ListFilters({ search, onChange, onClear }: ListFiltersProps) {
  const t = useAlertsText().list;
  const labels = useAlertLabels();
  const active = activeFilters(search);
  const options = <T extends string>(any: string, values: readonly T[], names: Record<T, string>) => [
    { value: '', label: any },
    ...values.map((value) => ({ value, label: names[value] })),
  ];
  return (
    <Group gap="xs" role="search">
      <KeywordFilter value={search.keyword} onChange={(keyword) => onChange({ keyword })} placeholder={t.search} />
      <MerchantSelect value={search.merchantId} onChange={(merchantId) => onChange({ merchantId })} w={200} />
      <NativeSelect
        aria-label={t.filter.status}
        value={search.status ?? ''}
        onChange={(event) => onChange({ status: oneOf(PROCESS_STATUSES, event.currentTarget.value) })}
        data={options(t.any.status, PROCESS_STATUSES, labels.processStatus)}
      />
      <NativeSelect
        aria-label={t.filter.match}
        value={search.matchStatus ?? ''}
        onChange={(event) => onChange({ matchStatus: oneOf(MATCH_STATUSES, event.currentTarget.value) })}
        data={options(t.any.match, MATCH_STATUSES, labels.matchStatus)}
      />
      <NativeSelect
        aria-label={t.filter.risk}
        value={search.riskLevel ?? ''}
        onChange={(event) => onChange({ riskLevel: oneOf(RISK_LEVELS, event.currentTarget.value) })}
        data={options(t.any.risk, RISK_LEVELS, labels.risk)}
      />
      <NativeSelect
        aria-label={t.filter.program}
        value={search.program ?? ''}
        onChange={(event) => onChange({ program: oneOf(PROGRAMS, event.currentTarget.value) })}
        data={options(t.any.program, PROGRAMS, labels.program)}
      />
      <RangeFilter value={search} onChange={onChange} />
      <AmountFilter search={search} onChange={onChange} />
      <Checkbox
        label={t.needsAnswer}
        checked={search.needsAnswer === true}
        onChange={(event) => onChange({ needsAnswer: event.currentTarget.checked || undefined })}
      />
      {active > 0 && (
        <Button variant="subtle" color="gray" leftSection={<IconX size={14} aria-hidden />} onClick={onClear}>
          {t.clear(active)}
        </Button>
      )}
    </Group>
  );
}

function AmountFilter({ search, onChange }: Pick<ListFiltersProps, 'search' | 'onChange'>) {
  const t = useAlertsText().list;
  const [opened, setOpened] = useState(false);
  const { minAmount, maxAmount } = search;
  const shown =
    minAmount === undefined && maxAmount === undefined ? t.amount : `${minAmount ?? 0} – ${maxAmount ?? '∞'}`;
  const amount = (value: string | number) => (typeof value === 'number' ? value : undefined);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          fw={400}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpened((open) => !open)}
        >
          {shown}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <NumberInput
            label={t.minAmount}
            min={0}
            value={minAmount ?? ''}
            onChange={(value) => onChange({ minAmount: amount(value) })}
          />
          <NumberInput
            label={t.maxAmount}
            min={0}
            value={maxAmount ?? ''}
            onChange={(value) => onChange({ maxAmount: amount(value) })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
