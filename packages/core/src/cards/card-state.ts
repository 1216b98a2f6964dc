/** Document 000 §5.2 and `DRAFT`: 草稿, 待报备, 已报备, 报备失败, 已关闭. */
export const CARD_STATUSES = ['DRAFT', 'PENDING', 'REGISTERED', 'FAILED', 'CLOSED'] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/**
 * Where an enrolment stands, finer than the document's status:
 * - `DRAFT` not finished by its merchant · `SAVED` finished, not submitted
 * - `SUBMITTED` we owe the provider a call · `IN_REVIEW` it has taken it in, the result comes later
 * - `ACTIVE` enrolled · `REJECTED` not enrolled, with a reason
 * - `CLOSING` no longer wanted, the provider hasn't confirmed it yet · `CLOSED`
 */
export const CARD_STATES = [
  'DRAFT',
  'SAVED',
  'SUBMITTED',
  'IN_REVIEW',
  'ACTIVE',
  'REJECTED',
  'CLOSING',
  'CLOSED',
] as const;
export type CardState = (typeof CARD_STATES)[number];

const STATUS_OF: Record<CardState, CardStatus> = {
  DRAFT: 'DRAFT',
  SAVED: 'PENDING',
  SUBMITTED: 'PENDING',
  IN_REVIEW: 'PENDING',
  ACTIVE: 'REGISTERED',
  REJECTED: 'FAILED',
  CLOSING: 'CLOSED',
  CLOSED: 'CLOSED',
};

/** The document's status of a state: what REST calls `status`. */
export function statusOf(state: CardState): CardStatus {
  return STATUS_OF[state];
}

/** What can happen to an enrolment. The last five are the provider's word (or ours for it, after giving up). */
export const CARD_EVENTS = [
  'complete',
  'submit',
  'rekey',
  'remove',
  'reopen',
  'accepted',
  'enrolled',
  'refused',
  'closed',
  'forgotten',
] as const;
export type CardEvent = (typeof CARD_EVENTS)[number];

const NEXT: Record<CardState, Partial<Record<CardEvent, CardState>>> = {
  DRAFT: { complete: 'SAVED' },
  SAVED: { submit: 'SUBMITTED', rekey: 'SAVED', remove: 'CLOSED' },
  SUBMITTED: {
    submit: 'SUBMITTED',
    rekey: 'SUBMITTED',
    remove: 'CLOSING',
    accepted: 'IN_REVIEW',
    enrolled: 'ACTIVE',
    refused: 'REJECTED',
    closed: 'CLOSED',
  },
  IN_REVIEW: {
    submit: 'SUBMITTED',
    rekey: 'SUBMITTED',
    remove: 'CLOSING',
    accepted: 'IN_REVIEW',
    enrolled: 'ACTIVE',
    refused: 'REJECTED',
    closed: 'CLOSED',
    forgotten: 'SUBMITTED',
  },
  ACTIVE: { rekey: 'SUBMITTED', remove: 'CLOSING', enrolled: 'ACTIVE', refused: 'REJECTED', closed: 'CLOSED' },
  // Given up by us, yet the provider may have had it: its later word counts.
  REJECTED: {
    submit: 'SUBMITTED',
    rekey: 'SAVED',
    remove: 'CLOSING',
    accepted: 'IN_REVIEW',
    enrolled: 'ACTIVE',
    refused: 'REJECTED',
    closed: 'CLOSED',
  },
  CLOSING: { remove: 'CLOSING', closed: 'CLOSED', forgotten: 'CLOSED', reopen: 'SAVED' },
  CLOSED: { remove: 'CLOSED', closed: 'CLOSED', reopen: 'SAVED' },
};

/** The state after an event, or undefined when the event has no business there (a late word, a double click). */
export function nextState(state: CardState, event: CardEvent): CardState | undefined {
  return NEXT[state][event];
}
