import { type AlertListInput, type AlertSort, WAITING_SORTS } from '@forewarn/core/alerts/model';
import type { AlertSearch, Range, View } from './list-search.ts';

/** What needs an answer comes most urgent first, everything else newest first; an order that a view doesn't know is left aside. */
export function sortingOf({ view, sort, order }: AlertSearch): { by: AlertSort; order: 'asc' | 'desc' } {
  const usual = waits(view) ? 'urgency' : 'alertTime';
  const known = sort && (waits(view) || !WAITING_SORTS.includes(sort)) ? sort : undefined;
  const by = known ?? usual;
  const asked = known === sort ? order : undefined;
  return { by, order: asked ?? (WAITING_SORTS.includes(by) ? 'asc' : 'desc') };
}

/** Whether a view shows what waits for an answer alone, so that it can go by deadline. */
export function waits(view: View): boolean {
  return VIEW_INPUT[view].needsAnswer === true;
}

type ViewInput = Pick<AlertListInput, 'needsAnswer' | 'status' | 'feedbackStatus' | 'assignedTo'>;

const VIEW_INPUT: Record<View, Partial<ViewInput>> = {
  needs: { needsAnswer: true },
  mine: { assignedTo: 'me', needsAnswer: true },
  waiting: { feedbackStatus: 'WAITING' },
  missed: { feedbackStatus: 'EXPIRED' },
  refused: { feedbackStatus: 'REJECTED' },
  processed: { status: 'PROCESSED' },
  ignored: { status: 'IGNORED' },
  all: {},
};

/** Filters a view says already, so that they aren't offered beside it. */
export function settledBy(view: View): ReadonlySet<'status' | 'feedback' | 'assignee'> {
  const { needsAnswer, status, feedbackStatus, assignedTo } = VIEW_INPUT[view];
  return new Set([
    ...(needsAnswer || status || feedbackStatus ? (['status'] as const) : []),
    ...(needsAnswer || feedbackStatus ? (['feedback'] as const) : []),
    ...(assignedTo ? (['assignee'] as const) : []),
  ]);
}

/** The start of the day `days` after that of `at`, in the device's zone, as an instant. */
function startOfDay(at: Date, days: number): string {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days).toISOString();
}

/** From the first of these days on; ranges count today, so that they stay the same until midnight. */
const RANGE_START: Record<Exclude<Range, 'any' | 'custom'>, number> = { today: 0, '7d': -6, '30d': -29 };

function period(search: AlertSearch, now: Date): { from?: string; to?: string } {
  if (search.range === 'any') return {};
  if (search.range !== 'custom') return { from: startOfDay(now, RANGE_START[search.range]) };
  return {
    ...(search.from && { from: startOfDay(new Date(`${search.from}T00:00:00`), 0) }),
    ...(search.to && { to: startOfDay(new Date(`${search.to}T00:00:00`), 1) }),
  };
}

/** The address's filters as the API's, without sorting and page. */
export function toFilterInput(search: AlertSearch, now = new Date()) {
  const settled = settledBy(search.view);
  return {
    ...period(search, now),
    ...(search.status && !settled.has('status') && { status: search.status }),
    ...(search.feedback && !settled.has('feedback') && { feedbackStatus: search.feedback }),
    ...(search.assignee && !settled.has('assignee') && { assignedTo: assignee(search.assignee) }),
    ...(search.risk && { riskLevel: search.risk }),
    ...(search.program && { program: search.program }),
    ...(search.brand && { brand: search.brand }),
    ...(search.currency && { currency: search.currency }),
    ...(search.descriptor && { descriptor: search.descriptor }),
    ...(search.min !== undefined && { minAmount: search.min }),
    ...(search.max !== undefined && { maxAmount: search.max }),
    ...(search.q && { keyword: search.q }),
    ...VIEW_INPUT[search.view],
  };
}

const assignee = (value: string) => (value === 'me' ? value : Number(value));

/** The address as the API's input. */
export function toListInput(search: AlertSearch, now = new Date()) {
  const { by, order } = sortingOf(search);
  return { ...toFilterInput(search, now), sort: by, order, page: search.page, size: search.size };
}
