import {
  type AdminAlertListInput,
  ALERT_SORTS,
  type AlertSort,
  CARD_BRANDS,
  DUE_SOON_HOURS,
  FEEDBACK_FILTERS,
  MATCH_STATUSES,
  PROCESS_STATUSES,
  PROGRAMS,
  RISK_LEVELS,
  WAITING_SORTS,
} from '@forewarn/core/alerts/model';
import { HOUR, MINUTE } from '@forewarn/core/kernel/time';
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
  brand: z.enum(CARD_BRANDS),
  currency: z.string().regex(/^[A-Z]{3}$/),
  feedbackStatus: z.enum(FEEDBACK_FILTERS),
  descriptor: SearchText,
  queue: z.literal(true),
  /** Needs its answer within {@link DUE_SOON_HOURS}. */
  dueSoon: z.literal(true),
  merchantId: SearchId,
  /** Who is in charge of it, of the people of `merchantId`. */
  assignee: SearchId,
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

/** The quick filters, as the counts are called. */
export const QUICK_VIEWS = ['all', 'queue', 'needsAnswer', 'dueSoon', 'waiting', 'rejected', 'missed'] as const;
export type QuickView = (typeof QUICK_VIEWS)[number];

const NO_VIEW = { queue: undefined, needsAnswer: undefined, dueSoon: undefined, feedbackStatus: undefined };
const VIEWS: Record<QuickView, AlertSearch> = {
  all: {},
  queue: { queue: true },
  needsAnswer: { needsAnswer: true },
  dueSoon: { dueSoon: true },
  waiting: { feedbackStatus: 'WAITING' },
  rejected: { feedbackStatus: 'REJECTED' },
  missed: { feedbackStatus: 'EXPIRED' },
};

/** What a quick filter sets; the other ones are taken off, filters beside them stay. */
export function quickSearch(view: QuickView): AlertSearch {
  return { ...NO_VIEW, status: undefined, ...VIEWS[view] };
}

/** The quick filter that is on. */
export function quickView({ queue, needsAnswer, dueSoon, feedbackStatus }: AlertSearch): QuickView {
  if (queue) return 'queue';
  if (dueSoon) return 'dueSoon';
  if (needsAnswer) return 'needsAnswer';
  return (
    QUICK_VIEWS.find((view) => feedbackStatus !== undefined && VIEWS[view].feedbackStatus === feedbackStatus) ?? 'all'
  );
}

export const QUEUE_VIEWS = ['unmatched', 'held'] as const;
export const QueueSearch = lenient({
  view: z.enum(QUEUE_VIEWS),
  keyword: SearchText,
  /** The alert that is open. */
  open: SearchId,
  page: SearchPage,
});
export type QueueSearch = ReturnType<typeof QueueSearch>;

/** Whether the list holds what waits alone; only that has an order by deadline or urgency (docs/decisions/0064). */
export function waits({ needsAnswer, dueSoon, queue }: AlertSearch): boolean {
  return needsAnswer === true || dueSoon === true || queue === true;
}

/** What needs an answer or an owner comes most urgent first, everything else newest first. */
export function sortingOf(search: AlertSearch): { by: AlertSort; order: 'asc' | 'desc' } {
  const { sort, order } = search;
  const known = sort && (waits(search) || !WAITING_SORTS.includes(sort)) ? sort : undefined;
  const by = known ?? (waits(search) ? 'urgency' : 'alertTime');
  return { by, order: (known === sort ? order : undefined) ?? (WAITING_SORTS.includes(by) ? 'asc' : 'desc') };
}

type Filters = Partial<AdminAlertListInput>;

/** URL → what the server is asked. */
export function toListInput(search: AlertSearch, now: Date): Filters {
  const { range, from, to, dueSoon, assignee, ...rest } = search;
  const { by, order } = sortingOf(search);
  // To the minute, so that a page drawn again asks the same.
  const soon = new Date(Math.ceil(now.getTime() / MINUTE) * MINUTE + DUE_SOON_HOURS * HOUR);
  const asked: Filters = {
    ...rest,
    page: search.page ?? 1,
    size: search.size ?? 20,
    sort: by,
    order,
    ...(assignee !== undefined && search.merchantId !== undefined && { assignedTo: assignee }),
    ...(dueSoon && { needsAnswer: true, dueBefore: soon.toISOString() }),
    ...instantsOf({ range, from, to }, now),
  };
  return asked;
}

/** How many filters are on, for the button that takes them off. */
export function activeFilters({ page, size, sort, order, from, to, ...filters }: AlertSearch): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}
