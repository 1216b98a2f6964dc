import { ACTOR_KINDS, AUDIT_ACTION_LABELS, AUDIT_TARGET_LABELS } from '@forewarn/core/audit/model';
import { useLocale } from '@forewarn/ui/i18n';
import { Button, Group, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { RangeFilter } from '../../app/range-filter.tsx';
import { MoreFilters } from './more-filters.tsx';
import { type AuditSearch, activeFilters, NO_FILTERS, OUTCOMES } from './search.ts';
import { useAuditText } from './text.ts';

export interface AuditFiltersProps {
  search: AuditSearch;
  onChange: (change: AuditSearch) => void;
}

/** All filters stand in the URL. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const t = useAuditText();
  const locale = useLocale();
  const active = activeFilters(search);
  return (
    <Group gap="xs" role="search">
      <KeywordFilter
        value={search.actorName}
        onChange={(actorName) => onChange({ actorName })}
        placeholder={t.filter.name}
        w={200}
      />
      <NativeSelect
        aria-label={t.filter.kind}
        value={search.actorKind ?? ''}
        onChange={(event) => {
          const actorKind = ACTOR_KINDS.find((kind) => kind === event.currentTarget.value);
          onChange({ actorKind, actorId: undefined });
        }}
        data={[{ value: '', label: t.any.kind }, ...ACTOR_KINDS.map((value) => ({ value, label: t.kind[value] }))]}
      />
      <NativeSelect
        aria-label={t.filter.action}
        w={180}
        value={search.action ?? ''}
        onChange={(event) => onChange({ action: event.currentTarget.value || undefined })}
        data={named(t.any.action, AUDIT_ACTION_LABELS[locale], search.action)}
      />
      <NativeSelect
        aria-label={t.filter.outcome}
        value={search.outcome ?? ''}
        onChange={(event) => onChange({ outcome: OUTCOMES.find((value) => value === event.currentTarget.value) })}
        data={[{ value: '', label: t.any.outcome }, ...OUTCOMES.map((value) => ({ value, label: t.outcome[value] }))]}
      />
      <RangeFilter value={search} onChange={onChange} />
      <MoreFilters search={search} onChange={onChange} targets={named(t.any.target, AUDIT_TARGET_LABELS[locale])} />
      {active > 0 && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange(NO_FILTERS)}
        >
          {t.clear(active)}
        </Button>
      )}
    </Group>
  );
}

/** What the URL names although nobody else does can be chosen too: an operation that is gone since. */
function named(any: string, names: Record<string, string>, chosen?: string) {
  const options = Object.entries(names).map(([value, label]) => ({ value, label }));
  const known = chosen === undefined || Object.hasOwn(names, chosen);
  return [{ value: '', label: any }, ...options, ...(known ? [] : [{ value: chosen, label: chosen }])];
}
