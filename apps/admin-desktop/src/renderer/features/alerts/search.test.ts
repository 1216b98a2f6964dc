import { describe, expect, test } from 'vitest';
import { AlertSearch, quickSearch, sortingOf, toListInput } from './search.ts';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe('A-135 A-136 desktop: how the list is sorted', () => {
  test('what needs an answer or an owner most urgent first, everything else newest first', () => {
    expect(sortingOf({})).toEqual({ by: 'alertTime', order: 'desc' });
    expect(sortingOf(quickSearch('missed'))).toEqual({ by: 'alertTime', order: 'desc' });
    for (const view of ['needsAnswer', 'dueSoon', 'queue'] as const)
      expect(sortingOf(quickSearch(view))).toEqual({ by: 'urgency', order: 'asc' });
  });

  test('a sorting in the address wins; without a direction each goes the way that is useful', () => {
    expect(sortingOf({ needsAnswer: true, sort: 'amount' })).toEqual({ by: 'amount', order: 'desc' });
    expect(sortingOf({ queue: true, sort: 'deadline' })).toEqual({ by: 'deadline', order: 'asc' });
    expect(sortingOf({ queue: true, sort: 'urgency', order: 'desc' })).toEqual({ by: 'urgency', order: 'desc' });
  });

  test('by deadline and urgency only what waits: elsewhere such an address means newest first', () => {
    for (const sort of ['deadline', 'urgency'] as const)
      expect(sortingOf({ sort, order: 'asc' })).toEqual({ by: 'alertTime', order: 'desc' });
  });
});

test('A-131 A-139 desktop: the address is what the server is asked', () => {
  const search = AlertSearch({
    dueSoon: true,
    brand: 'VISA',
    merchantId: 7,
    assignee: 12,
    keyword: ' ETH ',
    nonsense: 1,
  });
  expect(toListInput(search, NOW)).toMatchObject({
    needsAnswer: true,
    dueBefore: '2026-11-22T14:00:00.000Z',
    brand: 'VISA',
    merchantId: 7,
    assignedTo: 12,
    keyword: 'ETH',
    sort: 'urgency',
    order: 'asc',
  });
  expect(toListInput({ assignee: 12 }, NOW), 'a person belongs to a merchant').not.toHaveProperty('assignedTo');
});
