import { ALERT_SORTS, type AlertListInput, PROGRAMS, RISK_LEVELS } from '@forewarn/core/alerts/model';
import { z } from 'zod';

export const VIEWS = ['needs', 'all', 'processed', 'ignored'] as const;
export type View = (typeof VIEWS)[number];
export const RANGES = ['any', 'today', '7d', '30d', 'custom'] as const;
export type Range = (typeof RANGES)[number];

const LocalDate = z.iso.date().optional().catch(undefined);
const Amount = z.coerce.number().nonnegative().max(1e15).optional().catch(undefined);

/** The list's filters as they stand in the address; what can't be read counts as not set. */
export const AlertSearch = z.object({
  view: z.enum(VIEWS).catch('needs'),
  range: z.enum(RANGES).catch('any'),
  /** Days in the reader's zone, both included; for `range=custom`. */
  from: LocalDate,
  to: LocalDate,
  risk: z.enum(RISK_LEVELS).optional().catch(undefined),
  program: z.enum(PROGRAMS).optional().catch(undefined),
  min: Amount,
  max: Amount,
  q: z.string().trim().max(100).catch(''),
  sort: z.enum(ALERT_SORTS).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(10), z.literal(20), z.literal(50)]))
    .catch(10),
});
export type AlertSearch = z.output<typeof AlertSearch>;
export const ALERT_SEARCH_DEFAULTS = { view: 'needs', range: 'any', q: '', page: 1, size: 10 } as const;

/** What needs an answer comes soonest deadline first, everything else newest first. */
export function sortingOf(search: AlertSearch): { by: (typeof ALERT_SORTS)[number]; order: 'asc' | 'desc' } {
  const by = search.sort ?? (search.view === 'needs' ? 'deadline' : 'alertTime');
  return { by, order: search.order ?? (by === 'deadline' ? 'asc' : 'desc') };
}

const VIEW_INPUT: Record<View, Partial<Pick<AlertListInput, 'needsAnswer' | 'status'>>> = {
  needs: { needsAnswer: true },
  all: {},
  processed: { status: 'PROCESSED' },
  ignored: { status: 'IGNORED' },
};

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

/** The address's filters as the API's input. */
export function toListInput(search: AlertSearch, now = new Date()) {
  const { by, order } = sortingOf(search);
  return {
    ...VIEW_INPUT[search.view],
    ...period(search, now),
    ...(search.risk && { riskLevel: search.risk }),
    ...(search.program && { program: search.program }),
    ...(search.min !== undefined && { minAmount: search.min }),
    ...(search.max !== undefined && { maxAmount: search.max }),
    ...(search.q && { keyword: search.q }),
    sort: by,
    order,
    page: search.page,
    size: search.size,
  };
}

/** How many filters beside the view are set: shown on the button that hides them on a phone. */
export function activeFilters(search: AlertSearch): number {
  const set = [search.range !== 'any', search.risk, search.program, search.min, search.max, search.q !== ''];
  return set.filter((value) => value !== undefined && value !== false).length;
}
