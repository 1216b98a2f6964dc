import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, DEFAULT_COLUMNS, readColumns, writeColumns } from './list-columns.ts';

test('A-126 A-127 A-128 A-129 everything the document names can be shown, and stands in the default columns', () => {
  /* The alert ID stands below the descriptor, the currency with the amount, the process time below the status. */
  expect(DEFAULT_COLUMNS).toEqual(
    expect.arrayContaining(['descriptor', 'alertTime', 'risk', 'amount', 'transactionId', 'card', 'status']),
  );
  expect(COLUMNS).toEqual(expect.arrayContaining(['alertId', 'currency', 'processTime', 'deadline', 'assignee']));
});

test('chosen columns are read as they were written, the row’s link always with them', () => {
  fc.assert(
    fc.property(fc.subarray([...COLUMNS], { minLength: 1 }), (columns) => {
      expect(new Set(readColumns(writeColumns(columns)))).toEqual(new Set([...columns, 'descriptor']));
    }),
  );
});

test('nothing that is known means the default', () => {
  for (const text of [null, undefined, '', 'gone,older']) expect(readColumns(text)).toEqual(DEFAULT_COLUMNS);
  expect(readColumns('gone,card')).toEqual(['descriptor', 'card']);
});
