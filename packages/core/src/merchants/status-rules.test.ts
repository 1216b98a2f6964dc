import { readdirSync, readFileSync } from 'node:fs';
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

it('A-054 A-060 nothing but changeStatus() writes a merchant’s status', () => {
  const root = new URL('../', import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing/'),
  );
  const writers = sources.filter((name) => {
    const text = readFileSync(new URL(name, root), 'utf8');
    const statements = text.split(/updateTable\(/).slice(1);
    return statements.some((statement) => {
      const [written = ''] = statement.split(/\.execute/);
      return (
        /^'merchants'/.test(statement) && /\bstatus\b\s*[:,]|\.\.\.change\b/.test(written.split('.where(')[0] ?? '')
      );
    });
  });
  // Profiles change by a type that has no status.
  expect(writers.toSorted()).toEqual(['merchants/status-store.ts', 'merchants/store.ts']);
  const callers = sources.filter((name) => /\bwriteStatus\(/.test(readFileSync(new URL(name, root), 'utf8')));
  expect(callers.toSorted()).toEqual(['merchants/change-status.ts', 'merchants/status-store.ts']);
});
