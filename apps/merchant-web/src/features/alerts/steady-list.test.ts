import { expect, test } from 'vitest';
import { advance, arrivals } from './steady-list.ts';

const row = (id: number, status = 'open') => ({ id, status });
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

test('a list that is just opened marks nothing', () => {
  const state = advance(undefined, 'a', [row(1), row(2)], false);
  expect(ids(state.rows)).toEqual([1, 2]);
  expect(state.marked.size).toBe(0);
});

test('newcomers come in at once and are marked when nobody is on the list', () => {
  const before = advance(undefined, 'a', [row(1)], false);
  const after = advance(before, 'a', [row(2), row(1)], false);
  expect(ids(after.rows)).toEqual([2, 1]);
  expect([...after.marked]).toEqual([2]);
});

test('nothing moves under the pointer: newcomers wait, shown rows refresh in place, leavers stay', () => {
  const before = advance(undefined, 'a', [row(1), row(2)], true);
  const latest = [row(3), row(2, 'answered')];
  const held = advance(before, 'a', latest, true);
  expect(held.rows).toEqual([row(1), row(2, 'answered')]);
  expect(ids(arrivals(held.rows, latest))).toEqual([3]);
  expect(advance(held, 'a', latest, true)).toBe(held);
});

test('when the pointer leaves, what has waited comes in', () => {
  const latest = [row(3), row(1)];
  const held = advance(advance(undefined, 'a', [row(1)], true), 'a', latest, true);
  const released = advance(held, 'a', latest, false);
  expect(released.rows).toBe(latest);
  expect([...released.marked]).toEqual([3]);
  expect(advance(released, 'a', latest, false)).toBe(released);
});

test('new content without movement is taken over even under the pointer', () => {
  const before = advance(undefined, 'a', [row(1)], true);
  const latest = [row(1, 'answered')];
  expect(advance(before, 'a', latest, true).rows).toBe(latest);
});

test('other filters start anew, without marks', () => {
  const before = advance(advance(undefined, 'a', [row(1)], false), 'a', [row(2), row(1)], false);
  const after = advance(before, 'b', [row(9)], true);
  expect(ids(after.rows)).toEqual([9]);
  expect(after.marked.size).toBe(0);
});
