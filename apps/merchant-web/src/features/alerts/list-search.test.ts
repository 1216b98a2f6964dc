import { expect, test } from 'vitest';
import { AlertSearch, activeFilters, toListInput } from './list-search.ts';

const NOON = new Date(2026, 10, 22, 12, 0, 0);
const day = (date: number) => new Date(2026, 10, date).toISOString();
const input = (search: Record<string, unknown>) => toListInput(AlertSearch.parse(search), NOON);

test('an empty address opens on what needs an answer, soonest deadline first', () => {
  expect(input({})).toEqual({ needsAnswer: true, sort: 'deadline', order: 'asc', page: 1, size: 10 });
});

test('the other views come newest first', () => {
  expect(input({ view: 'all' })).toEqual({ sort: 'alertTime', order: 'desc', page: 1, size: 10 });
  expect(input({ view: 'ignored' })).toMatchObject({ status: 'IGNORED', sort: 'alertTime' });
});

test('A-134 only 10, 20 and 50 rows a page are taken', () => {
  expect(input({ size: '50' }).size).toBe(50);
  expect(input({ size: '500' }).size).toBe(10);
});

test.each([
  ['today', { from: day(22) }],
  ['7d', { from: day(16) }],
  ['30d', { from: new Date(2026, 9, 24).toISOString() }],
])('the range %s starts at midnight of its first day', (range, period) => {
  const { from, to } = input({ range }) as { from?: string; to?: string };
  expect({ from, to }).toEqual({ to: undefined, ...period });
});

test('both days of a range of one’s own are included', () => {
  expect(input({ range: 'custom', from: '2026-11-01', to: '2026-11-03' })).toMatchObject({ from: day(1), to: day(4) });
});

test('what can’t be read in an address counts as not set', () => {
  const search = AlertSearch.parse({ view: 'x', range: '1y', min: 'abc', page: '-3', risk: 'EXTREME', from: 'soon' });
  expect(search).toMatchObject({ view: 'needs', range: 'any', page: 1 });
  expect(activeFilters(search)).toBe(0);
});

test('filters reach the API', () => {
  const search = { view: 'processed', risk: 'HIGH', program: 'RDR', min: '0', max: '99.5', q: ' TXN ', sort: 'amount' };
  expect(input(search)).toMatchObject({
    status: 'PROCESSED',
    riskLevel: 'HIGH',
    program: 'RDR',
    minAmount: 0,
    maxAmount: 99.5,
    keyword: 'TXN',
    sort: 'amount',
    order: 'desc',
  });
  expect(activeFilters(AlertSearch.parse(search))).toBe(5);
});
