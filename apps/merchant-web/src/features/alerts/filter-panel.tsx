import { CARD_BRANDS, FEEDBACK_STATUSES, PROCESS_STATUSES, PROGRAMS, RISK_LEVELS } from '@forewarn/core/alerts/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { settledBy } from './list-input.ts';
import type { AlertSearch } from './list-search.ts';
import { useFilterText } from './text/index.ts';
import { TypedInput } from './typed-input.tsx';
import { useFilterChoices } from './use-filter-choices.ts';

interface FilterPanelProps {
  search: AlertSearch;
  onChange: (change: Partial<AlertSearch>) => void;
}

/** Every filter but search and period; each works at once. What the view says already isn't asked. */
export function FilterPanel({ search, onChange }: FilterPanelProps) {
  const text = useFilterText();
  const labels = useAlertLabels();
  const settled = settledBy(search.view);
  const choices = useFilterChoices(search);
  const amount = (value: string) => (value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <Choice
          name={text.names.risk}
          value={search.risk}
          options={RISK_LEVELS}
          word={(value) => labels.risk[value]}
          onChange={(risk) => onChange({ risk })}
        />
        {!settled.has('status') && (
          <Choice
            name={text.names.status}
            value={search.status}
            options={PROCESS_STATUSES}
            word={(value) => labels.processStatus[value]}
            onChange={(status) => onChange({ status })}
          />
        )}
        <Choice
          name={text.names.program}
          value={search.program}
          options={PROGRAMS}
          word={(value) => labels.program[value]}
          onChange={(program) => onChange({ program })}
        />
        {!settled.has('feedback') && (
          <Choice
            name={text.names.feedback}
            value={search.feedback}
            options={FEEDBACK_STATUSES}
            word={(value) => labels.feedbackStatus[value]}
            onChange={(feedback) => onChange({ feedback })}
          />
        )}
        <Choice
          name={text.names.brand}
          value={search.brand}
          options={CARD_BRANDS}
          word={(value) => labels.cardBrand[value]}
          onChange={(brand) => onChange({ brand })}
        />
        <Choice
          name={text.names.currency}
          value={search.currency}
          options={choices.currencies}
          word={(value) => value}
          onChange={(currency) => onChange({ currency })}
        />
        {!settled.has('assignee') && (
          <Choice
            name={text.names.assignee}
            value={search.assignee}
            options={choices.assignees}
            word={choices.nameOf}
            onChange={(assignee) => onChange({ assignee })}
          />
        )}
      </SimpleGrid>
      <Choice
        name={text.names.descriptor}
        value={search.descriptor}
        options={choices.descriptors}
        word={(value) => value}
        onChange={(descriptor) => onChange({ descriptor })}
      />
      <SimpleGrid cols={2} spacing="sm">
        <TypedInput
          inputMode="decimal"
          label={text.minAmount}
          value={search.min?.toString() ?? ''}
          onCommit={(value) => onChange({ min: amount(value) })}
        />
        <TypedInput
          inputMode="decimal"
          label={text.maxAmount}
          value={search.max?.toString() ?? ''}
          onCommit={(value) => onChange({ max: amount(value) })}
        />
      </SimpleGrid>
    </Stack>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  value: T | undefined;
  options: readonly T[];
  word: (value: T) => string;
  onChange: (value: T | undefined) => void;
}

function Choice<T extends string>({ name, value, options, word, onChange }: ChoiceProps<T>) {
  const text = useFilterText();
  return (
    <NativeSelect
      label={name}
      value={value ?? ''}
      data={[{ value: '', label: text.any }, ...options.map((option) => ({ value: option, label: word(option) }))]}
      onChange={({ currentTarget }) => onChange(options.find((option) => option === currentTarget.value))}
    />
  );
}
