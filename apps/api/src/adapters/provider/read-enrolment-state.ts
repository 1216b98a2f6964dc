import type { EnrolmentState } from '@forewarn/core/ports/alert-provider';
import { failureReason } from './failure-reasons.ts';

const STATUSES = ['REGISTERED', 'PENDING', 'FAILED', 'CLOSED'] as const;

/** How the provider says an enrolment stands; what we don't understand decides nothing: it counts as pending. */
export function readEnrolmentState(data: Record<string, unknown>): EnrolmentState {
  const status = STATUSES.find((one) => one === data.status) ?? 'PENDING';
  const code = typeof data.errorCode === 'string' || typeof data.errorCode === 'number' ? String(data.errorCode) : null;
  if (status !== 'FAILED') return { status, providerCode: null, reason: null };
  return { status, providerCode: code, reason: failureReason(code) };
}
