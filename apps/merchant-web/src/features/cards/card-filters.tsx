import { CARD_PROGRAMS, CARD_STATES } from '@forewarn/core/cards/model';
import { useCardLabels } from '@forewarn/ui/i18n';
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { CardSearch } from './cards-search.ts';
import { useCardText } from './text.ts';

interface CardFiltersProps {
  search: CardSearch;
  onChange: (change: Partial<CardSearch>) => void;
}

export function CardFilters({ search, onChange }: CardFiltersProps) {
  const { filters: text } = useCardText();
  const labels = useCardLabels();
  const find = useDebouncedCallback((q: string) => onChange({ q: q.trim() }), 350);
  return (
    <Group gap="xs">
      <TextInput
        type="search"
        style={{ flex: '1 1 200px' }}
        aria-label={text.keyword}
        placeholder={text.keyword}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={50}
        defaultValue={search.q}
        onChange={(event) => find(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={text.state}
        value={search.state ?? ''}
        data={[
          { value: '', label: text.anyState },
          ...CARD_STATES.map((value) => ({ value, label: labels.state[value] })),
        ]}
        onChange={(event) => onChange({ state: CARD_STATES.find((one) => one === event.currentTarget.value) })}
      />
      <NativeSelect
        aria-label={text.program}
        value={search.program ?? ''}
        data={[
          { value: '', label: text.anyProgram },
          ...CARD_PROGRAMS.map((value) => ({ value, label: labels.program[value] })),
        ]}
        onChange={(event) => onChange({ program: CARD_PROGRAMS.find((one) => one === event.currentTarget.value) })}
      />
    </Group>
  );
}
