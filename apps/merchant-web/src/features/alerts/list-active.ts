import { settledBy } from './list-input.ts';
import type { AlertSearch } from './list-search.ts';

/** One thing the list is narrowed by, besides the view; `clears` is what takes it away. */
export interface ActiveFilter {
  key: 'range' | 'amount' | 'q' | SingleFilter;
  clears: Partial<AlertSearch>;
}
export const SINGLE_FILTERS = [
  'status',
  'risk',
  'program',
  'feedback',
  'brand',
  'currency',
  'descriptor',
  'assignee',
] as const;
export type SingleFilter = (typeof SINGLE_FILTERS)[number];

/** What narrows the list, in the order of the chips. A custom range without days narrows nothing yet, but is shown, so that it can be taken away. */
export function activeFilters(search: AlertSearch): ActiveFilter[] {
  const settled: ReadonlySet<string> = settledBy(search.view);
  const amount = search.min !== undefined || search.max !== undefined;
  return [
    ...(search.range !== 'any'
      ? [{ key: 'range' as const, clears: { range: 'any' as const, from: undefined, to: undefined } }]
      : []),
    ...SINGLE_FILTERS.filter((key) => search[key] !== undefined && !settled.has(key)).map((key) => ({
      key,
      clears: { [key]: undefined },
    })),
    ...(amount ? [{ key: 'amount' as const, clears: { min: undefined, max: undefined } }] : []),
    ...(search.q ? [{ key: 'q' as const, clears: { q: '' } }] : []),
  ];
}
