import {
  type AdminAlertListInput,
  ALERT_SORTS,
  MATCH_STATUSES,
  PROCESS_STATUSES,
  PROGRAMS,
  RISK_LEVELS,
} from '@forewarn/core/alerts/model';
import { z } from 'zod';
import { instantsOf } from '../../app/date-range.ts';
import { lenient, SearchDay, SearchId, SearchPage, SearchRange, SearchSize, SearchText } from '../../app/search.ts';

const Amount = z.number().nonnegative().max(1e15);

/** What the alert list's URL may say. */
export const AlertSearch = lenient({
  page: SearchPage,
  size: SearchSize,
  status: z.enum(PROCESS_STATUSES),
  matchStatus: z.enum(MATCH_STATUSES),
  needsAnswer: z.literal(true),
  riskLevel: z.enum(RISK_LEVELS),
  program: z.enum(PROGRAMS),
  merchantId: SearchId,
  keyword: SearchText,
  range: SearchRange,
  from: SearchDay,
  to: SearchDay,
  minAmount: Amount,
  maxAmount: Amount,
  sort: z.enum(ALERT_SORTS),
  order: z.enum(['asc', 'desc']),
});
export type AlertSearch = ReturnType<typeof AlertSearch>;

export const QUEUE_VIEWS = ['unmatched', 'held'] as const;
export const QueueSearch = lenient({
  view: z.enum(QUEUE_VIEWS),
  keyword: SearchText,
  /** The alert that is open. */
  open: SearchId,
  page: SearchPage,
});
export type QueueSearch = ReturnType<typeof QueueSearch>;

export const DEFAULT_SORT = { by: 'alertTime', order: 'desc' } as const;

type Filters = Partial<Omit<AdminAlertListInput, 'queue'>>;

/** URL → what the server is asked. */
export function toListInput(search: AlertSearch, now: Date): Filters {
  const { range, from, to, ...rest } = search;
  const asked: Filters = {
    ...rest,
    page: search.page ?? 1,
    size: search.size ?? 20,
    sort: search.sort ?? DEFAULT_SORT.by,
    order: search.order ?? DEFAULT_SORT.order,
    ...instantsOf({ range, from, to }, now),
  };
  return asked;
}

/** How many filters are on, for the button that takes them off. */
export function activeFilters({ page, size, sort, order, from, to, ...filters }: AlertSearch): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}
