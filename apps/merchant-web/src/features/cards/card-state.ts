import type { Card } from '@forewarn/core/cards/model';

/** Something happens by itself soon: worth looking again in a moment. */
export function isUnderWay(card: Card): boolean {
  return card.state === 'SUBMITTED' || card.state === 'CLOSING';
}

/** Can be submitted as it stands. */
export function canEnrol(card: Card): boolean {
  return card.state === 'REJECTED' || card.state === 'SAVED';
}

export function isDraft(card: Card): boolean {
  return card.state === 'DRAFT';
}

export function canChange(card: Card): boolean {
  return card.status !== 'CLOSED';
}

/** The alert network knows the card, so that a new key means closing and enrolling again. */
export function isKnownUpstream(card: Card): boolean {
  return card.state === 'SUBMITTED' || card.state === 'IN_REVIEW' || card.state === 'ACTIVE';
}
