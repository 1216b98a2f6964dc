import { expect, test } from 'vitest';
import { z } from 'zod';
import { instantsOf } from './date-range.ts';
import { lenient, SearchPage, SearchText } from './search.ts';

const search = lenient({ page: SearchPage, keyword: SearchText, risk: z.enum(['LOW', 'HIGH']) });

test('desktop: filters that don’t parse are left out one by one, and unknown ones too', () => {
  expect(search({ page: 'banana', keyword: ' shop ', risk: 'SEVERE', other: 1 })).toEqual({
    page: undefined,
    keyword: 'shop',
    risk: undefined,
  });
  expect(search({ page: 2, keyword: 4111, risk: 'HIGH' })).toEqual({ page: 2, keyword: '4111', risk: 'HIGH' });
});

test('desktop: every key is named, so that nothing raw shines through the router’s merge', () => {
  expect(Object.keys(search({}))).toEqual(['page', 'keyword', 'risk']);
});

const NOON = new Date(2026, 10, 22, 12, 30);
const day = (date: number, month = 10) => new Date(2026, month, date).toISOString();

test('A-130 desktop: ranges are whole days of this computer’s zone, the end excluded', () => {
  expect(instantsOf({}, NOON)).toEqual({});
  expect(instantsOf({ range: 'today' }, NOON)).toEqual({ from: day(22) });
  expect(instantsOf({ range: '7d' }, NOON)).toEqual({ from: day(16) });
  expect(instantsOf({ range: '30d' }, NOON)).toEqual({ from: day(24, 9) });
  expect(instantsOf({ range: 'custom', from: '2026-11-01', to: '2026-11-30' }, NOON)).toEqual({
    from: day(1),
    to: day(1, 11),
  });
  expect(instantsOf({ range: 'custom' }, NOON)).toEqual({});
});

test('desktop: a range asks the same all day long', () => {
  const night = new Date(2026, 10, 22, 23, 59);
  expect(instantsOf({ range: '7d' }, night)).toEqual(instantsOf({ range: '7d' }, NOON));
});
