import { useAlertLabels } from '@forewarn/ui/i18n';
import { FilterChips } from '@forewarn/ui/lists';
import { type ActiveFilter, activeFilters } from './list-active.ts';
import { type AlertSearch, CLEARED } from './list-search.ts';
import { useFilterText } from './text/index.ts';
import { usePeople } from './use-people.ts';

interface ListChipsProps {
  search: AlertSearch;
  onChange: (change: Partial<AlertSearch>) => void;
}

/** What narrows the list, each to be taken away, and all at once. */
export function ListChips({ search, onChange }: ListChipsProps) {
  const text = useFilterText();
  const wordsOf = useChipWords(search);
  const active = activeFilters(search);
  const chips = active.map(({ key, clears }) => ({ key, words: wordsOf(key), onRemove: () => onChange(clears) }));
  return <FilterChips chips={chips} text={text} onClear={() => onChange(CLEARED)} />;
}

/** A filter in words: `高风险`, `金额 100–500`. */
function useChipWords(search: AlertSearch): (key: ActiveFilter['key']) => string {
  const text = useFilterText();
  const labels = useAlertLabels();
  const { nameOf } = usePeople(search.assignee !== undefined);
  const { range, from, to, status, risk, program, feedback, brand, currency, descriptor, assignee, min, max, q } =
    search;
  const words: Record<ActiveFilter['key'], string> = {
    range: range === 'custom' ? text.period(from, to) : text.ranges[range],
    status: status ? labels.processStatus[status] : '',
    risk: risk ? labels.risk[risk] : '',
    program: program ? labels.program[program] : '',
    feedback: feedback ? `${text.names.feedback}: ${labels.feedbackStatus[feedback]}` : '',
    brand: brand ? labels.cardBrand[brand] : '',
    currency: currency ?? '',
    descriptor: descriptor ?? '',
    assignee: assignee ? `${text.names.assignee}: ${nameOf(assignee)}` : '',
    amount: `${text.amount} ${text.between(min?.toString(), max?.toString())}`,
    q: text.text(q),
  };
  return (key) => words[key];
}
