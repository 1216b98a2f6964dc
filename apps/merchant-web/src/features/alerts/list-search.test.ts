import { AlertListInput } from '@forewarn/core/alerts/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSearch } from '../../app/plain-search.ts';
import { activeFilters } from './list-active.ts';
import { settledBy, toListInput } from './list-input.ts';
import { AlertSearch, CLEARED, VIEWS } from './list-search.ts';
import { anySearch } from './search.fixtures.ts';

const NOON = new Date(2026, 10, 22, 12, 0, 0);
const day = (date: number) => new Date(2026, 10, date).toISOString();
const input = (search: Record<string, unknown>) => toListInput(AlertSearch.parse(search), NOON);

test('an empty address opens on what needs an answer, the most urgent first', () => {
  expect(input({})).toEqual({ needsAnswer: true, sort: 'urgency', order: 'asc', page: 1, size: 10 });
  expect(input({ view: 'mine' })).toMatchObject({ needsAnswer: true, assignedTo: 'me', sort: 'urgency' });
});

test('A-135 the other views come newest first', () => {
  expect(input({ view: 'all' })).toEqual({ sort: 'alertTime', order: 'desc', page: 1, size: 10 });
  expect(input({ view: 'ignored' })).toMatchObject({ status: 'IGNORED', sort: 'alertTime' });
});

test('only what waits for an answer goes by deadline or urgency', () => {
  expect(input({ view: 'needs', sort: 'deadline' })).toMatchObject({ sort: 'deadline', order: 'asc' });
  expect(input({ view: 'all', sort: 'deadline', order: 'asc' })).toMatchObject({ sort: 'alertTime', order: 'desc' });
  expect(input({ view: 'missed', sort: 'urgency' })).toMatchObject({ sort: 'alertTime' });
});

test('A-139 each quick filter asks for its own alerts', () => {
  const asked = VIEWS.map((view) => {
    const { sort, order, page, size, ...filter } = input({ view });
    return [view, filter];
  });
  expect(Object.fromEntries(asked)).toEqual({
    needs: { needsAnswer: true },
    mine: { needsAnswer: true, assignedTo: 'me' },
    waiting: { feedbackStatus: 'WAITING' },
    missed: { feedbackStatus: 'EXPIRED' },
    refused: { feedbackStatus: 'REJECTED' },
    processed: { status: 'PROCESSED' },
    ignored: { status: 'IGNORED' },
    all: {},
  });
});

test('A-134 only 10, 20 and 50 rows a page are taken', () => {
  expect(input({ size: '50' }).size).toBe(50);
  expect(input({ size: '500' }).size).toBe(10);
});

test.each([
  ['today', { from: day(22) }],
  ['7d', { from: day(16) }],
  ['30d', { from: new Date(2026, 9, 24).toISOString() }],
])('A-130 the range %s starts at midnight of its first day', (range, period) => {
  const { from, to } = input({ range }) as { from?: string; to?: string };
  expect({ from, to }).toEqual({ to: undefined, ...period });
});

test('A-130 both days of a range of one’s own are included', () => {
  expect(input({ range: 'custom', from: '2026-11-01', to: '2026-11-03' })).toMatchObject({ from: day(1), to: day(4) });
});

test('what can’t be read in an address counts as not set', () => {
  const search = AlertSearch.parse({
    view: 'x',
    range: '1y',
    min: 'abc',
    page: '-3',
    risk: 'EXTREME',
    from: 'soon',
    brand: 'DISNEY',
    currency: 'usd',
    assignee: '-1',
    saved: 'x',
  });
  expect(search).toMatchObject({ view: 'needs', range: 'any', page: 1 });
  expect(activeFilters(search)).toEqual([]);
});

test('A-131 A-132 A-133 filters reach the API', () => {
  const search = {
    view: 'all',
    status: 'IGNORED',
    risk: 'HIGH',
    program: 'RDR',
    feedback: 'SENT',
    brand: 'VISA',
    currency: 'EUR',
    descriptor: 'ACME*SHOP',
    assignee: '7',
    min: '0',
    max: '99.5',
    q: ' TXN ',
    sort: 'amount',
  };
  expect(input(search)).toEqual({
    status: 'IGNORED',
    riskLevel: 'HIGH',
    program: 'RDR',
    feedbackStatus: 'SENT',
    brand: 'VISA',
    currency: 'EUR',
    descriptor: 'ACME*SHOP',
    assignedTo: 7,
    minAmount: 0,
    maxAmount: 99.5,
    keyword: 'TXN',
    sort: 'amount',
    order: 'desc',
    page: 1,
    size: 10,
  });
  expect(activeFilters(AlertSearch.parse(search)).map(({ key }) => key)).toEqual([
    ...['status', 'risk', 'program', 'feedback', 'brand', 'currency', 'descriptor', 'assignee', 'amount', 'q'],
  ]);
});

test('what a view says already can’t be contradicted beside it', () => {
  expect(input({ view: 'processed', status: 'IGNORED' })).toMatchObject({ status: 'PROCESSED' });
  expect(input({ view: 'needs', status: 'IGNORED', feedback: 'SENT' })).not.toHaveProperty('status');
  expect(activeFilters(AlertSearch.parse({ view: 'needs', status: 'IGNORED' }))).toEqual([]);
  expect([...settledBy('mine')].sort()).toEqual(['assignee', 'feedback', 'status']);
});

test('every search goes into the address and comes back the same, and the API takes it', () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const address = plainSearch.stringifySearch(search);
      const back = AlertSearch.parse(plainSearch.parseSearch(address));
      expect(back).toEqual(search);
      expect(toListInput(back, NOON)).toEqual(toListInput(search, NOON));
      expect(AlertListInput.safeParse(toListInput(search, NOON)).error).toBeUndefined();
    }),
  );
});

test('no address, however odd, breaks the page', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(AlertSearch.shape)), fc.string()), (address) => {
      const search = AlertSearch.parse(address);
      expect(AlertListInput.safeParse(toListInput(search, NOON)).error).toBeUndefined();
    }),
  );
});

test('each chip takes its own filter away, and clearing takes all', () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const before = activeFilters(search);
      for (const { key, clears } of before) {
        const left = activeFilters({ ...search, ...clears });
        expect(left.map((filter) => filter.key)).toEqual(
          before.map((filter) => filter.key).filter((one) => one !== key),
        );
      }
      expect(activeFilters({ ...search, ...CLEARED })).toEqual([]);
    }),
  );
});
