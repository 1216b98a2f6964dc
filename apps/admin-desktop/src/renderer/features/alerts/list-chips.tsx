import { useAlertLabels } from '@forewarn/ui/i18n';
import { type Chip, FilterChips } from '@forewarn/ui/lists';
import { type AlertSearch, quickView } from './search.ts';
import { useFilterText } from './text/filters.ts';
import { useMerchantPeople } from './use-merchant-people.ts';

interface ListChipsProps {
  search: AlertSearch;
  onChange: (change: AlertSearch) => void;
}

/** Filters that stand behind “more”, where nobody would see that they are on; the others show what they are set to. */
export function ListChips({ search, onChange }: ListChipsProps) {
  const t = useFilterText();
  const labels = useAlertLabels();
  const { nameOf } = useMerchantPeople(search);
  const { program, brand, feedbackStatus, currency, descriptor, assignee, minAmount, maxAmount } = search;
  const chips: Chip[] = [];
  const add = (clears: (keyof AlertSearch)[], words: string) =>
    chips.push({
      key: clears.join(),
      words,
      onRemove: () => onChange(Object.fromEntries(clears.map((key) => [key, undefined]))),
    });
  if (program) add(['program'], labels.program[program]);
  if (brand) add(['brand'], labels.cardBrand[brand]);
  // A quick filter says it already.
  if (feedbackStatus && quickView(search) === 'all')
    add(['feedbackStatus'], `${t.feedback}: ${{ ...labels.feedbackStatus, WAITING: t.waiting }[feedbackStatus]}`);
  if (currency) add(['currency'], currency);
  if (descriptor) add(['descriptor'], descriptor);
  if (assignee !== undefined) add(['assignee'], `${t.assignee}: ${nameOf(assignee)}`);
  if (minAmount !== undefined || maxAmount !== undefined)
    add(['minAmount', 'maxAmount'], t.between(minAmount, maxAmount));
  return <FilterChips chips={chips} text={t.chips} />;
}
