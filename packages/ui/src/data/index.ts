export {
  FeedbackStatusBadge,
  HoldBadge,
  MatchStatusBadge,
  ProcessStatusBadge,
  ProgramBadge,
  RiskBadge,
} from './alert-badges.tsx';
export { CardStateBadge } from './card-state-badge.tsx';
export { CopyableText } from './copyable-text.tsx';
export { type Column, DataTable, type RowChoice, type Sorting } from './data-table.tsx';
export { DeadlineCountdown } from './deadline-countdown.tsx';
export { EventTimeline } from './event-timeline.tsx';
export { type KeyValue, KeyValues } from './key-values.tsx';
export { MAIL_TONES, MailStatusBadge, useMailStatusWords } from './mail-status-badge.tsx';
export { PAGE_SIZES, Pager } from './pager.tsx';
export { DeliveryStateBadge, LevelBadge, MerchantStatusBadge } from './staff-badges.tsx';
export {
  CARD_TONES,
  DELIVERY_TONES,
  FEEDBACK_TONES,
  FEEDBACK_UNDER_WAY,
  HOLD_TONES,
  LEVEL_TONES,
  MATCH_TONES,
  MERCHANT_TONES,
  PROCESS_TONES,
  PROGRAM_TONES,
  RISK_TONES,
} from './status-tones.ts';
export { ToneBadge, toneStyle } from './tone-badge.tsx';
