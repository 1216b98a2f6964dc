import { z } from 'zod';

/** What can go wrong on an HTTP call to the sandbox. The README says when each acts: before or after the effect. */
export const HTTP_FAULT_MODES = [
  'timeout',
  '500',
  '429',
  'business',
  'drop-after-commit',
  'slow',
  'reset',
  'broken-body',
] as const;

/** A service whose errors are statuses (the operator's sign-in service). */
export const AUTH_FAULT_MODES = ['timeout', '500', '429', '401', '403', 'slow', 'reset', 'broken-body'] as const;

export const SMTP_FAULT_MODES = ['timeout', '500', '429', 'drop-after-commit', 'slow', 'reset'] as const;

/** Also an answer that sends the caller elsewhere. */
export const CHAT_FAULT_MODES = [...HTTP_FAULT_MODES, 'redirect'] as const;

export type FaultMode = (typeof CHAT_FAULT_MODES)[number] | (typeof AUTH_FAULT_MODES)[number];

/** A client that never gives up is let go after this time. */
export const TIMEOUT_FAULT_MS = 120_000;

export const FaultOrder = z.strictObject({
  target: z.string().min(1),
  mode: z.string().min(1),
  /** How many requests it hits; absent: every one until it is deleted. */
  times: z.int().min(1).optional(),
  /** The share of requests it hits, spread evenly rather than by chance: 0.25 hits every fourth. */
  rate: z.number().gt(0).max(1).optional(),
  latencyMs: z.int().min(0).max(TIMEOUT_FAULT_MS).optional(),
  /** The business code to answer with, for `business`. */
  code: z.int().min(1000).max(999_999).optional(),
  /** Only mails to this recipient, for `smtp`. */
  to: z.string().min(1).optional(),
});
export type FaultOrder = z.infer<typeof FaultOrder>;

export interface Fault extends Omit<FaultOrder, 'mode'> {
  id: number;
  mode: FaultMode;
  /** Hits left; null while unlimited. */
  left: number | null;
  seen: number;
  hits: number;
}
