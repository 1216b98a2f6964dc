import type { AlertStatusNotice } from './incoming.ts';
import type { FeedbackStatus } from './model.ts';

const FINAL: readonly FeedbackStatus[] = ['ACCEPTED', 'REJECTED', 'EXPIRED'];

/**
 * What a status callback makes of the answer's state. Callbacks come late, twice and out of order: a final state stays
 * (the first final answer is immutable), and outcomes of the dispute itself (PREVENTED, CHARGEBACK, CANCELLED) don't move it.
 */
export function feedbackAfterNotice(current: FeedbackStatus, notice: AlertStatusNotice['status']): FeedbackStatus {
  if (FINAL.includes(current)) return current;
  if (notice === 'ACCEPTED' || notice === 'REJECTED' || notice === 'EXPIRED') {
    return current === 'NONE' && notice !== 'EXPIRED' ? current : notice;
  }
  return current;
}

/** A notice that says how the dispute ended, or null: such outcomes are kept apart from the answer's state. */
export function outcomeOf(notice: AlertStatusNotice['status']): string | null {
  return notice === 'PREVENTED' || notice === 'CHARGEBACK' || notice === 'CANCELLED' ? notice : null;
}
