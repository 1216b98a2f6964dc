import {
  ALERT_SORTS,
  CARD_BRANDS,
  FEEDBACK_STATUSES,
  PROCESS_STATUSES,
  PROGRAMS,
  RISK_LEVELS,
} from '@forewarn/core/alerts/model';
import fc from 'fast-check';
import { COLUMNS, writeColumns } from './list-columns.ts';
import { AlertSearch, RANGES, VIEWS } from './list-search.ts';

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const days = maybe(one(['2026-02-28', '2026-11-01', '2026-11-22']));
const amounts = maybe(fc.oneof(fc.nat(1_000_000), one([0.01, 19.9, 99.5])));

/** Any address the page can have, as the page reads it. */
export const anySearch: fc.Arbitrary<AlertSearch> = fc
  .record({
    view: one(VIEWS),
    range: one(RANGES),
    from: days,
    to: days,
    status: maybe(one(PROCESS_STATUSES)),
    risk: maybe(one(RISK_LEVELS)),
    program: maybe(one(PROGRAMS)),
    feedback: maybe(one(FEEDBACK_STATUSES)),
    brand: maybe(one(CARD_BRANDS)),
    currency: maybe(one(['USD', 'JPY', 'KWD'])),
    descriptor: maybe(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })),
    assignee: maybe(one(['me', '7', '1200'])),
    min: amounts,
    max: amounts,
    q: fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => text.trim()),
    sort: maybe(one(ALERT_SORTS)),
    order: maybe(one(['asc', 'desc'] as const)),
    page: fc.integer({ min: 1, max: 100_000 }),
    size: one([10, 20, 50] as const),
    cols: maybe(fc.subarray([...COLUMNS], { minLength: 1 }).map(writeColumns)),
    saved: maybe(fc.integer({ min: 1, max: 1_000_000 })),
  })
  .map((search) => AlertSearch.parse(search));
