import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

export {
  AUDIT_ACTION_LABELS,
  AUDIT_TARGET_LABELS,
  type AuditAction,
  type AuditTarget,
  auditActionLabel,
  auditTargetLabel,
} from './labels.ts';
export { problemText } from './problem-text.ts';

export const ACTOR_KINDS = ['staff', 'merchant', 'system', 'anonymous'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** C-275: who, when, from where, on what, with which result; `detail.before` and `detail.after` say what changed. */
export const AuditEntry = z.object({
  id: z.number().int(),
  at: Instant,
  actorKind: z.string(),
  actorId: z.number().int().nullable(),
  actorName: z.string(),
  action: z.string(),
  targetType: z.string(),
  targetId: z.string(),
  /** What it is called today; null for what has no name or is gone. */
  targetName: z.string().nullable(),
  /** `OK` or the error code. */
  result: z.string(),
  detail: z.record(z.string(), z.unknown()),
  ip: z.string(),
  requestId: z.string(),
});
export type AuditEntry = z.output<typeof AuditEntry>;

export const AuditEntryDetail = AuditEntry.extend({
  userAgent: z.string(),
  /** Its link; null until the chain has come to it. */
  chain: z.object({ seq: z.number().int(), hash: z.string(), chainedTime: Instant }).nullable(),
});
export type AuditEntryDetail = z.output<typeof AuditEntryDetail>;

const Text = (length: number) => z.string().trim().min(1).max(length).optional();

const Filters = z.object({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Exactly this operation: `alerts.assign`. */
  action: Text(60),
  actorKind: z.enum(ACTOR_KINDS).optional(),
  /** With `actorKind`: the number of the person. */
  actorId: z.coerce.number<number | string>().int().positive().optional(),
  /** Exactly this name, as it was at the time. */
  actorName: Text(100),
  targetType: Text(32),
  /** With `targetType`. */
  targetId: Text(64),
  /** `OK` or an error code. */
  result: Text(60),
  failedOnly: z.stringbool().or(z.boolean()).optional(),
  ip: Text(45),
  requestId: Text(40),
});

/** A number means something only together with its kind. */
function whole(input: z.output<typeof Filters>, ctx: z.RefinementCtx): void {
  const missing =
    input.actorId !== undefined && input.actorKind === undefined
      ? 'actorKind'
      : input.targetId !== undefined && input.targetType === undefined
        ? 'targetType'
        : undefined;
  if (missing) ctx.addIssue({ code: 'invalid_type', expected: 'string', path: [missing], input: undefined });
}

export const AuditFilters = Filters.superRefine(whole);
export type AuditFilters = z.output<typeof AuditFilters>;
export const AuditListInput = Filters.extend({
  ...PageInput.shape,
  /** Goes on behind the last row of the page it came with; `page` is then not looked at. */
  cursor: z.string().max(200).optional(),
}).superRefine(whole);
export type AuditListInput = z.output<typeof AuditListInput>;
export const AuditPage = pageOf(AuditEntry);
export const AuditId = z.object({ id: z.coerce.number<number | string>().int().positive() });
export const AuditFile = z.object({
  fileName: z.string(),
  contentType: z.string(),
  rows: z.number().int(),
  /** The filters found more than a file holds: the newest are in it. */
  cut: z.boolean(),
  content: z.string(),
});

/**
 * What `verify` finds. CHANGED: a row says something else than when it was chained; DELETED: it is gone; ORDER_CHANGED, LINK_MISSING:
 * the chain itself was touched; INSERTED: a row that was put there later; BACKDATED: a row much older than the one before it;
 * BEHIND: rows wait to be chained for over an hour; END_CUT_OFF, REWRITTEN, CHECKPOINT_FORGED: the checkpoints say otherwise;
 * KEY_MISSING: a data key that is needed isn't configured.
 */
export const PROBLEM_KINDS = [
  'CHANGED',
  'DELETED',
  'ORDER_CHANGED',
  'LINK_MISSING',
  'INSERTED',
  'BACKDATED',
  'BEHIND',
  'END_CUT_OFF',
  'REWRITTEN',
  'CHECKPOINT_FORGED',
  'KEY_MISSING',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export const Problem = z.object({
  kind: z.enum(PROBLEM_KINDS),
  /** The link's number in the chain. */
  seq: z.number().int().nullable(),
  auditId: z.number().int().nullable(),
});
export type Problem = z.output<typeof Problem>;

export const VerifyInput = z.object({
  /** Goes on behind this link. */
  after: z.coerce.number<number | string>().int().min(0).default(0),
  limit: z.coerce.number<number | string>().int().min(1).max(100_000).default(20_000),
});

export const AuditVerification = z.object({
  ok: z.boolean(),
  /** Links of this stretch. */
  checked: z.number().int(),
  /** Links in all. */
  total: z.number().int(),
  next: z.number().int().nullable(),
  problems: z.number().int(),
  firstProblem: Problem.nullable(),
  /** Rows the chain hasn't come to; known at the end. A few are normal. */
  unchained: z.number().int(),
  /** How many checkpoints were compared, in the database and outside; known at the end. */
  checkpoints: z.object({ stored: z.number().int(), outside: z.number().int() }).nullable(),
});
export type AuditVerification = z.output<typeof AuditVerification>;
