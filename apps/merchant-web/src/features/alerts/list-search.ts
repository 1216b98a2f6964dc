import {
  ALERT_SORTS,
  CARD_BRANDS,
  FEEDBACK_STATUSES,
  PROCESS_STATUSES,
  PROGRAMS,
  RISK_LEVELS,
} from '@forewarn/core/alerts/model';
import { z } from 'zod';

/** The quick filters, in the order of the tabs. */
export const VIEWS = ['needs', 'mine', 'waiting', 'missed', 'refused', 'processed', 'ignored', 'all'] as const;
export type View = (typeof VIEWS)[number];
export const RANGES = ['any', 'today', '7d', '30d', 'custom'] as const;
export type Range = (typeof RANGES)[number];
export const PAGE_SIZES = [10, 20, 50] as const;

const LocalDate = z.iso.date().optional().catch(undefined);
const Amount = z.coerce.number().nonnegative().max(1e15).optional().catch(undefined);

/** The list's filters as they stand in the address; what can't be read counts as not set. */
export const AlertSearch = z.object({
  view: z.enum(VIEWS).catch('needs'),
  range: z.enum(RANGES).catch('any'),
  /** Days in the reader's zone, both included; for `range=custom`. */
  from: LocalDate,
  to: LocalDate,
  /** Only where the view doesn't say it already. */
  status: z.enum(PROCESS_STATUSES).optional().catch(undefined),
  risk: z.enum(RISK_LEVELS).optional().catch(undefined),
  program: z.enum(PROGRAMS).optional().catch(undefined),
  feedback: z.enum(FEEDBACK_STATUSES).optional().catch(undefined),
  brand: z.enum(CARD_BRANDS).optional().catch(undefined),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
  descriptor: z.string().min(1).max(100).optional().catch(undefined),
  /** `me`, or a colleague's number. */
  assignee: z
    .string()
    .regex(/^(me|[1-9]\d{0,15})$/)
    .optional()
    .catch(undefined),
  min: Amount,
  max: Amount,
  q: z.string().trim().max(100).catch(''),
  sort: z.enum(ALERT_SORTS).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union(PAGE_SIZES.map((size) => z.literal(size))))
    .catch(10),
  /** Columns by name, comma between; absent: as this device remembers them. */
  cols: z.string().max(300).optional().catch(undefined),
  /** The saved view that was opened; the filters stand beside it, so that they can be changed. */
  saved: z.coerce.number().int().positive().optional().catch(undefined),
  /** The export a message leads to: the exports open with it. */
  export: z.uuid().optional().catch(undefined),
});
export type AlertSearch = z.output<typeof AlertSearch>;
export const ALERT_SEARCH_DEFAULTS = { view: 'needs', range: 'any', q: '', page: 1, size: 10 } as const;

/** What "clear" takes away: every filter, not the view, the sorting or the columns. */
export const CLEARED = {
  range: 'any',
  from: undefined,
  to: undefined,
  status: undefined,
  risk: undefined,
  program: undefined,
  feedback: undefined,
  brand: undefined,
  currency: undefined,
  descriptor: undefined,
  assignee: undefined,
  min: undefined,
  max: undefined,
  q: '',
} as const satisfies Partial<AlertSearch>;
