import { z } from 'zod';

/** Quick filters count no further: a screen writes "999+". */
export const QUICK_COUNT_LIMIT = 1000;
/** "Due soon": less than this long until the deadline. */
export const DUE_SOON_HOURS = 4;

const Count = z.number().int().min(0).max(QUICK_COUNT_LIMIT);

/** How many alerts each quick filter of a merchant holds, at most 1,000 each. */
export const AlertCounts = z.object({
  all: Count,
  /** `needsAnswer=true` */
  needsAnswer: Count,
  /** `needsAnswer=true&dueBefore=` in four hours */
  dueSoon: Count,
  /** `assignedTo=me&needsAnswer=true` */
  mine: Count,
  /** `feedbackStatus=WAITING`: answered, on its way to the alert network */
  waiting: Count,
  /** `feedbackStatus=REJECTED` */
  rejected: Count,
  /** `feedbackStatus=EXPIRED` */
  missed: Count,
  /** `status=PROCESSED` */
  processed: Count,
  /** `status=IGNORED` */
  ignored: Count,
});
export type AlertCounts = z.output<typeof AlertCounts>;

/** Over all merchants, or of one. */
export const AdminAlertCountsInput = z.object({
  merchantId: z.coerce.number<number | string>().int().positive().optional(),
});

/** The same for staff. */
export const AdminAlertCounts = z.object({
  all: Count,
  /** `queue=true` */
  queue: Count,
  /** `matchStatus=UNMATCHED` */
  unmatched: Count,
  /** `held=true`: found a merchant, or several, and kept from them */
  held: Count,
  /** `needsAnswer=true` */
  needsAnswer: Count,
  /** `needsAnswer=true&dueBefore=` in four hours */
  dueSoon: Count,
  /** `feedbackStatus=WAITING` */
  waiting: Count,
  /** `feedbackStatus=REJECTED`: answers the alert network has refused */
  rejected: Count,
  /** `feedbackStatus=EXPIRED`: answers that came too late, and alerts nobody answered */
  missed: Count,
});
export type AdminAlertCounts = z.output<typeof AdminAlertCounts>;
