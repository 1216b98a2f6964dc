import { expect, test } from 'vitest';
import { groupEvents, type TimelineLine } from './group-events.ts';

const line = (id: number, text: string, level: TimelineLine['level'] = 'INFO'): TimelineLine => ({
  id,
  text,
  level,
  at: `2026-11-22T15:4${id}:00.000Z`,
});

test('A-122 the same in a row is one line with its first and last time', () => {
  const groups = groupEvents([
    line(1, 'answered'),
    line(2, 'retry', 'WARN'),
    line(3, 'retry', 'WARN'),
    line(4, 'retry', 'WARN'),
    line(5, 'sent'),
  ]);
  expect(groups.map(({ text, count }) => [text, count])).toEqual([
    ['answered', 1],
    ['retry', 3],
    ['sent', 1],
  ]);
  expect(groups[1]).toMatchObject({ id: 2, at: line(2, '').at, until: line(4, '').at });
});

test('what is apart, or of another level, stays apart', () => {
  const lines = [line(1, 'mail'), line(2, 'seen'), line(3, 'mail'), line(4, 'mail', 'ERROR')];
  expect(groupEvents(lines).map(({ count }) => count)).toEqual([1, 1, 1, 1]);
});
