import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnChoice } from './column-choice.ts';

const ALL = ['name', 'amount', 'card', 'time'] as const;
const choice = columnChoice(ALL, ['name', 'time'], 'name');

test('A-126 chosen columns are read as they were written, in the list’s order, the row’s link always with them', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...ALL], { minLength: 1 }), (columns) => {
      const wanted = new Set<string>([...columns, 'name']);
      expect(choice.read(choice.write(columns))).toEqual(ALL.filter((column) => wanted.has(column)));
    }),
  );
});

test('A-126 columns nobody knows any more are left out; nothing that is known means the default', () => {
  for (const text of [null, undefined, '', 'gone,older']) expect(choice.read(text)).toEqual(['name', 'time']);
  expect(choice.read('gone,card')).toEqual(['name', 'card']);
});
