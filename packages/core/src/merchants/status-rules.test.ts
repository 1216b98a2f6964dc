import { expect, it } from 'vitest';
import { MERCHANT_STATUSES } from './model.ts';
import { actBetween, STATUS_ACTS, statusAfter } from './status-rules.ts';

/** The document's diagram, written out again: every pair that isn't here is refused. */
const ALLOWED = new Map([
  ['PENDING→ACTIVE', 'activate'],
  ['ACTIVE→SUSPENDED', 'suspend'],
  ['SUSPENDED→ACTIVE', 'restore'],
  ['ACTIVE→CLOSED', 'close'],
  ['SUSPENDED→CLOSED', 'close'],
]);
const PAIRS = MERCHANT_STATUSES.flatMap((from) => MERCHANT_STATUSES.map((to) => ({ from, to })));

it.each(PAIRS)('A-053 A-054 A-055 A-056 A-057 A-058 A-059 A-060 from $from to $to', ({ from, to }) => {
  expect(actBetween(from, to)).toBe(ALLOWED.get(`${from}→${to}`));
});

it('A-049 A-050 A-051 A-052 there are four statuses, sixteen pairs, and five arrows', () => {
  expect(PAIRS).toHaveLength(16);
  expect(PAIRS.filter(({ from, to }) => actBetween(from, to) !== undefined)).toHaveLength(5);
});

it('A-059 A-060 an act leads where the diagram says, and nowhere from any other status', () => {
  const reached = STATUS_ACTS.flatMap((act) =>
    MERCHANT_STATUSES.flatMap((from) => {
      const to = statusAfter(from, act);
      return to === undefined ? [] : [`${from}→${to}`];
    }),
  );
  expect(reached.toSorted()).toEqual([...ALLOWED.keys()].toSorted());
});
