import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosen, extent, NOTHING, type Selection, toggle, toggleAll } from './selection.ts';

const row = (id: number, note = '') => ({ id, note });
type Row = ReturnType<typeof row>;
const shown = [1, 2, 3, 4, 5].map((id) => row(id));
const ids = (state: Selection<Row>) => [...state.rows.keys()].sort((a, b) => a - b);
const start: Selection<Row> = NOTHING;
const at = (index: number) => shown[index] ?? row(0);

test('a row is chosen and let go', () => {
  const once = toggle(start, shown, at(1), false);
  expect(ids(once)).toEqual([2]);
  expect(ids(toggle(once, shown, at(1), false))).toEqual([]);
  expect(start.rows.size).toBe(0);
});

test('with Shift, the rows between the last and this one go along, upwards too', () => {
  const first = toggle(start, shown, at(3), false);
  expect(ids(toggle(first, shown, at(1), true))).toEqual([2, 3, 4]);
  const some = toggle(toggle(start, shown, at(0), false), shown, at(4), true);
  expect(ids(toggle(toggle(some, shown, at(1), false), shown, at(3), true))).toEqual([1, 5]);
});

test('a range that starts on another page is the row alone', () => {
  const before = toggle(start, [row(99)], row(99), false);
  expect(ids(toggle(before, shown, at(2), true))).toEqual([3, 99]);
});

test('all on this page: chosen together, let go together, other pages stay', () => {
  const other = toggle(start, [row(99)], row(99), false);
  const all = toggleAll(toggle(other, shown, at(0), false), shown);
  expect(extent(all, shown)).toBe('all');
  expect(ids(all)).toEqual([1, 2, 3, 4, 5, 99]);
  expect(ids(toggleAll(all, shown))).toEqual([99]);
  expect(extent(other, shown)).toBe('none');
});

test('chosen rows show their latest content, also those that have left the page', () => {
  const state = toggle(toggle(start, shown, at(0), false), shown, at(1), false);
  expect(chosen(state, [row(2, 'answered')])).toEqual([row(1), row(2, 'answered')]);
});

test('toggling twice changes nothing, whatever was chosen', () => {
  fc.assert(
    fc.property(fc.subarray([1, 2, 3, 4, 5]), fc.integer({ min: 1, max: 5 }), (before, id) => {
      const state = before.reduce((all, one) => toggle(all, shown, row(one), false), start);
      expect(ids(toggle(toggle(state, shown, row(id), false), shown, row(id), false))).toEqual(ids(state));
    }),
  );
});
