import type { Card } from '@forewarn/core/cards/model';

/** Submitted, and the alert network hasn't answered yet. */
export function isUnderWay(card: Card): boolean {
  return card.status === 'PENDING' && card.submittedTime !== null;
}

export function canEnrol(card: Card): boolean {
  return card.status === 'FAILED' || (card.status === 'PENDING' && card.submittedTime === null);
}

export function canChange(card: Card): boolean {
  return card.status !== 'CLOSED';
}
