import { expect, it } from 'vitest';
import { AuditSearch, activeFilters, toFilters } from './search.ts';

const now = new Date('2026-11-22T03:00:00Z');

it('the URL says what the server is asked', () => {
  const search = AuditSearch({ action: 'alerts.assign', actorKind: 'staff', actorId: 7, outcome: 'failed', page: 2 });
  expect(toFilters(search, now)).toEqual({ action: 'alerts.assign', actorKind: 'staff', actorId: 7, failedOnly: true });
  expect(activeFilters(search)).toBe(4);
});

it('a number without its kind is left out instead of breaking the page', () => {
  expect(toFilters(AuditSearch({ actorId: 7, targetId: '9', actorKind: 'nobody' }), now)).toEqual({});
});
