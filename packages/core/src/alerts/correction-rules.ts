import type { ErrorCode } from '../kernel/errors.ts';
import type { FeedbackStatus, ProcessStatus } from './model.ts';

/** What is known of the tries to send an answer. */
export interface Tries {
  /** A try is under way, or was cut off and nobody has looked yet. */
  underWay: boolean;
  /** One ended without our knowing whether it took effect. */
  unknown: boolean;
  /** One was taken by the alert network. */
  delivered: boolean;
}

interface Answered {
  processStatus: ProcessStatus;
  feedbackStatus: FeedbackStatus;
}

/**
 * Whether another answer may take the place of this one; null: yes. Only one that certainly hasn't taken effect may be replaced, because
 * the first final answer is immutable upstream: never sent, every try known to have failed, or refused.
 */
export function refuseCorrection({ processStatus, feedbackStatus }: Answered, tries: Tries): ErrorCode | null {
  if (processStatus === 'PENDING') return 'ANSWER_NOT_GIVEN';
  if (tries.underWay) return feedbackStatus === 'ACCEPTED' ? 'ANSWER_FINAL' : 'ANSWER_UNDER_WAY';
  switch (feedbackStatus) {
    case 'REJECTED':
      return null;
    case 'QUEUED':
    case 'PENDING_RETRY':
    case 'EXPIRED':
      if (tries.delivered) return 'ANSWER_FINAL';
      return tries.unknown ? 'ANSWER_UNDER_WAY' : null;
    default:
      return 'ANSWER_FINAL';
  }
}

/** Whether the same answer, under its own key, may be sent once more: it ran out of time, and no try is known to have arrived. */
export function refuseSendAgain({ processStatus, feedbackStatus }: Answered, tries: Tries): ErrorCode | null {
  if (processStatus === 'PENDING') return 'ANSWER_NOT_GIVEN';
  if (feedbackStatus !== 'EXPIRED' || tries.delivered) return 'ANSWER_FINAL';
  return tries.underWay ? 'ANSWER_UNDER_WAY' : null;
}
