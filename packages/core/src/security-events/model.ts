import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

/** What looks wrong (A-308, C-164). */
export const SECURITY_EVENT_KINDS = [
  'NEW_NETWORK',
  'NEW_COUNTRY',
  'FAILURES_ACCOUNT',
  'FAILURES_ADDRESS',
  'REFUSALS',
  'MASS_EXPORT',
  'OFF_HOURS',
  'TOKEN_REUSE',
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

export const SEVERITIES = ['INFO', 'WARNING', 'CRITICAL'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SecurityEvent = z.object({
  id: z.number().int(),
  at: Instant,
  kind: z.enum(SECURITY_EVENT_KINDS),
  severity: z.enum(SEVERITIES),
  realm: z.enum(['merchant', 'staff']).nullable(),
  subjectId: z.number().int().nullable(),
  subjectName: z.string(),
  merchantId: z.number().int().nullable(),
  ip: z.string(),
  userAgent: z.string(),
  /** Figures of the kind: `total`, `threshold`, `network`, `country`, `operation`. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  acknowledgedTime: Instant.nullable(),
  acknowledgedName: z.string(),
  note: z.string(),
});
export type SecurityEvent = z.output<typeof SecurityEvent>;

export const SecurityEventListInput = PageInput.extend({
  kind: z.enum(SECURITY_EVENT_KINDS).optional(),
  severity: z.enum(SEVERITIES).optional(),
  realm: z.enum(['merchant', 'staff']).optional(),
  subjectId: z.coerce.number<number | string>().int().positive().optional(),
  /** `open`: nobody has acknowledged it yet. */
  state: z.enum(['open', 'acknowledged']).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export const SecurityEventPage = pageOf(SecurityEvent);
export const SecurityEventId = z.object({ id: z.coerce.number<number | string>().int().positive() });
export const Acknowledgement = SecurityEventId.extend({ note: z.string().trim().max(500).default('') });
export const SecurityPulse = z.object({ open: z.number().int() });

const count = z.number().int().min(1).max(1_000_000);
const hour = z.number().int().min(0).max(24);

/** From how many on something looks wrong; counts are per hour. */
export const SecurityThresholds = z
  .object({
    accountFailures: count.default(10),
    addressFailures: count.default(30),
    refusals: count.default(20),
    exports: count.default(20),
    exportRows: count.default(10_000),
    /** Business hours in Asia/Shanghai, Monday to Friday: from this full hour … */
    businessFrom: hour.default(8),
    /** … until this one. */
    businessTo: hour.default(20),
    /** Mail what is only worth noting, too. */
    mailInfo: z.boolean().default(false),
    /** Days until an event is forgotten; the audit log keeps the acts themselves. */
    retentionDays: z.number().int().min(30).max(3650).default(400),
  })
  .superRefine(({ businessFrom, businessTo }, ctx) => {
    if (businessFrom < businessTo) return;
    const minimum = businessFrom + 1;
    const path = ['businessTo'];
    ctx.addIssue({ code: 'too_small', origin: 'number', minimum, inclusive: true, path, input: businessTo });
  });
export type SecurityThresholds = z.output<typeof SecurityThresholds>;
