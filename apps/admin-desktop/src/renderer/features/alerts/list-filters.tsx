import {
  CARD_BRANDS,
  FEEDBACK_FILTERS,
  MATCH_STATUSES,
  PROCESS_STATUSES,
  PROGRAMS,
  RISK_LEVELS,
} from '@forewarn/core/alerts/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Button, Group, NativeSelect, NumberInput, Popover, SimpleGrid, TextInput } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { MerchantSelect } from '../../app/merchant-select.tsx';
import { RangeFilter } from '../../app/range-filter.tsx';
import { type AlertSearch, activeFilters } from './search.ts';
import { useFilterText } from './text/filters.ts';
import { useAlertsText } from './text/index.ts';
import { useMerchantPeople } from './use-merchant-people.ts';

interface ListFiltersProps {
  search: AlertSearch;
  onChange: (change: AlertSearch) => void;
  onClear: () => void;
}

const NEEDS_ANSWER = 'needsAnswer';

/** A value of the list or nothing, from what a select says. */
const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text);

export function ListFilters({ search, onChange, onClear }: ListFiltersProps) {
  const t = useAlertsText().list;
  const labels = useAlertLabels();
  const active = activeFilters(search);
  return (
    <Group gap="xs" role="search">
      <KeywordFilter
        value={search.keyword}
        onChange={(keyword) => onChange({ keyword })}
        placeholder={t.search}
        w={230}
      />
      <MerchantSelect
        value={search.merchantId}
        onChange={(merchantId) => onChange({ merchantId, assignee: undefined })}
        placeholder={t.any.merchant}
        w={180}
      />
      <NativeSelect
        aria-label={t.filter.status}
        value={search.needsAnswer ? NEEDS_ANSWER : (search.status ?? '')}
        onChange={({ currentTarget: { value } }) =>
          onChange({
            needsAnswer: value === NEEDS_ANSWER || undefined,
            status: oneOf(PROCESS_STATUSES, value),
          })
        }
        data={[
          { value: '', label: t.any.status },
          { value: NEEDS_ANSWER, label: t.needsAnswer },
          ...PROCESS_STATUSES.map((value) => ({ value, label: labels.processStatus[value] })),
        ]}
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
      <RangeFilter value={search} onChange={onChange} />
      <MoreFilters search={search} onChange={onChange} />
      {active > 0 && (
        <Button variant="subtle" color="gray" leftSection={<IconX size={14} aria-hidden />} onClick={onClear}>
          {t.clear(active)}
        </Button>
      )}
    </Group>
  );
}

const options = <T extends string>(any: string, values: readonly T[], names: Record<T, string>) => [
  { value: '', label: any },
  ...values.map((value) => ({ value, label: names[value] })),
];

/** Program and amounts: asked for less often, so one click away. */
function MoreFilters({ search, onChange }: Pick<ListFiltersProps, 'search' | 'onChange'>) {
  const t = useAlertsText().list;
  const labels = useAlertLabels();
  const [opened, setOpened] = useState(false);
  const f = useFilterText();
  const { people } = useMerchantPeople(search);
  const { program, minAmount, maxAmount, brand, feedbackStatus, currency, descriptor, assignee } = search;
  const on = [program, minAmount, maxAmount, brand, feedbackStatus, currency, descriptor, assignee].filter(
    (value) => value !== undefined,
  ).length;
  const amount = (value: string | number) => (typeof value === 'number' ? value : undefined);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" width={440} trapFocus>
      <Popover.Target>
        <Button
          variant={on > 0 ? 'light' : 'default'}
          fw={400}
          px="sm"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpened((open) => !open)}
        >
          {on > 0 ? `${t.more} · ${on}` : t.more}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <NativeSelect
            label={t.filter.program}
            value={program ?? ''}
            onChange={(event) => onChange({ program: oneOf(PROGRAMS, event.currentTarget.value) })}
            data={options(t.any.program, PROGRAMS, labels.program)}
          />
          <NativeSelect
            label={f.brand}
            value={brand ?? ''}
            onChange={(event) => onChange({ brand: oneOf(CARD_BRANDS, event.currentTarget.value) })}
            data={options(f.anyBrand, CARD_BRANDS, labels.cardBrand)}
          />
          <NativeSelect
            label={f.feedback}
            value={feedbackStatus ?? ''}
            onChange={(event) => onChange({ feedbackStatus: oneOf(FEEDBACK_FILTERS, event.currentTarget.value) })}
            data={options(f.anyFeedback, FEEDBACK_FILTERS, { ...labels.feedbackStatus, WAITING: f.waiting })}
          />
          <TextInput
            label={f.currency}
            placeholder={f.currencyHint}
            maxLength={3}
            defaultValue={currency ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const code = value.trim().toUpperCase();
              if (code === '' || code.length === 3) onChange({ currency: code || undefined });
            }}
          />
          <TextInput
            label={f.descriptor}
            maxLength={100}
            defaultValue={descriptor ?? ''}
            onBlur={(event) => onChange({ descriptor: event.currentTarget.value.trim() || undefined })}
          />
          {people.length > 0 && (
            <NativeSelect
              label={f.assignee}
              value={assignee ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange({ assignee: people.find(({ id }) => String(id) === value)?.id })
              }
              data={[
                { value: '', label: f.anyAssignee },
                ...people.map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
            />
          )}
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
        </SimpleGrid>
      </Popover.Dropdown>
    </Popover>
  );
}
