import type {
  FeedbackStatus,
  HoldReason,
  MatchStatus,
  ProcessStatus,
  Program,
  RiskLevel,
} from '@forewarn/core/alerts/model';
import type { CardState } from '@forewarn/core/cards/model';
import type { DELIVERY_STATES } from '@forewarn/core/deliveries/model';
import type { MerchantStatus } from '@forewarn/core/merchants/model';
import type { Tone } from '../theme/tones.ts';

/** One tone for each value of each enum: a new value doesn't compile without its colour. */
export const PROCESS_TONES: Record<ProcessStatus, Tone> = {
  PENDING: 'accent',
  PROCESSED: 'positive',
  IGNORED: 'muted',
};
export const RISK_TONES: Record<RiskLevel, Tone> = { LOW: 'neutral', MEDIUM: 'warning', HIGH: 'danger' };
export const PROGRAM_TONES: Record<Program, Tone> = { ETHOCA: 'neutral', RDR: 'muted' };
export const MATCH_TONES: Record<MatchStatus, Tone> = { MATCHED: 'positive', UNMATCHED: 'danger', MULTIPLE: 'warning' };
export const HOLD_TONES: Record<HoldReason, Tone> = {
  AMBIGUOUS_MERCHANTS: 'warning',
  MERCHANT_PENDING: 'neutral',
  MERCHANT_SUSPENDED: 'neutral',
  MERCHANT_CLOSED: 'muted',
};
export const FEEDBACK_TONES: Record<FeedbackStatus, Tone> = {
  NONE: 'muted',
  QUEUED: 'accent',
  PENDING_RETRY: 'warning',
  SENT: 'accent',
  ACCEPTED: 'positive',
  REJECTED: 'danger',
  EXPIRED: 'danger',
};
/** States that pass by themselves: shown with a living dot. */
export const FEEDBACK_UNDER_WAY: Record<FeedbackStatus, boolean> = {
  NONE: false,
  QUEUED: true,
  PENDING_RETRY: true,
  SENT: true,
  ACCEPTED: false,
  REJECTED: false,
  EXPIRED: false,
};
export const CARD_TONES: Record<CardState, Tone> = {
  DRAFT: 'muted',
  SAVED: 'neutral',
  SUBMITTED: 'accent',
  IN_REVIEW: 'accent',
  ACTIVE: 'positive',
  REJECTED: 'danger',
  CLOSING: 'warning',
  CLOSED: 'muted',
};
export const MERCHANT_TONES: Record<MerchantStatus, Tone> = {
  PENDING: 'accent',
  ACTIVE: 'positive',
  SUSPENDED: 'warning',
  CLOSED: 'muted',
};
export const DELIVERY_TONES: Record<(typeof DELIVERY_STATES)[number], Tone> = {
  DUE: 'accent',
  DONE: 'positive',
  QUARANTINED: 'warning',
};
export const LEVEL_TONES: Record<'INFO' | 'WARN' | 'ERROR', Tone> = {
  INFO: 'neutral',
  WARN: 'warning',
  ERROR: 'danger',
};
