import { useDictionary, useT } from '@forewarn/ui/i18n';
import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { RangeSearch } from './date-range.ts';
import { RANGES, type Range } from './search.ts';

const zhCN = {
  label: '时间',
  all: '全部时间',
  ranges: { today: '今天', '7d': '最近 7 天', '30d': '最近 30 天', custom: '自定义…' } satisfies Record<Range, string>,
  from: '开始日期',
  to: '结束日期',
};
const en: typeof zhCN = {
  label: 'Time',
  all: 'Any time',
  ranges: { today: 'Today', '7d': 'Last 7 days', '30d': 'Last 30 days', custom: 'Custom…' },
  from: 'From',
  to: 'To',
};

interface RangeFilterProps {
  value: RangeSearch;
  onChange: (value: RangeSearch) => void;
}

/** Today, 7 days, 30 days or days of one's own. */
export function RangeFilter({ value, onChange }: RangeFilterProps) {
  const t = useDictionary({ 'zh-CN': zhCN, en });
  const words = useT();
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        aria-label={t.label}
        value={value.range ?? ''}
        onChange={(event) => {
          const range = RANGES.find((option) => option === event.currentTarget.value);
          onChange(range === 'custom' ? { ...value, range } : { range, from: undefined, to: undefined });
        }}
        data={[{ value: '', label: t.all }, ...RANGES.map((range) => ({ value: range, label: t.ranges[range] }))]}
      />
      {value.range === 'custom' && (
        <>
          <TextInput
            type="date"
            aria-label={t.from}
            value={value.from ?? ''}
            max={value.to}
            onChange={(event) => onChange({ ...value, from: event.currentTarget.value || undefined })}
          />
          <span aria-hidden>{words.none}</span>
          <TextInput
            type="date"
            aria-label={t.to}
            value={value.to ?? ''}
            min={value.from}
            onChange={(event) => onChange({ ...value, to: event.currentTarget.value || undefined })}
          />
        </>
      )}
    </Group>
  );
}
