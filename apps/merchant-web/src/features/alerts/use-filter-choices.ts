import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import type { AlertSearch } from './list-search.ts';
import { usePeople } from './use-people.ts';

/** What most alerts come in, first; then the rest a merchant may meet. */
const CURRENCIES = [
  ...['USD', 'EUR', 'GBP', 'CNY', 'HKD', 'JPY', 'AUD', 'CAD', 'SGD', 'CHF', 'NZD', 'SEK', 'NOK', 'DKK', 'PLN'],
  ...['CZK', 'HUF', 'RON', 'TRY', 'ILS', 'AED', 'SAR', 'ZAR', 'BRL', 'MXN', 'CLP', 'COP', 'PEN', 'ARS', 'INR'],
  ...['IDR', 'MYR', 'PHP', 'THB', 'VND', 'KRW', 'TWD', 'MOP', 'KWD', 'BHD', 'OMR', 'JOD', 'TND', 'EGP', 'NGN'],
];
const MANY = 100;

/** What can be picked, the merchant's own descriptors among it; what is set is always there. */
export function useFilterChoices({ currency, descriptor, assignee }: AlertSearch) {
  const people = usePeople();
  const cards = useQuery(trpc.cards.list.queryOptions({ size: MANY }, { staleTime: 60_000 }));
  return {
    currencies: withSet(CURRENCIES, currency),
    descriptors: withSet([...new Set((cards.data?.records ?? []).map((card) => card.descriptor))].sort(), descriptor),
    assignees: withSet(people.assignees, assignee),
    nameOf: people.nameOf,
  };
}

function withSet(options: readonly string[], set: string | undefined): readonly string[] {
  return set === undefined || options.includes(set) ? options : [set, ...options];
}
