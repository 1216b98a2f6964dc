import { expect, test } from 'vitest';
import { problemOf, readRanges, withRange } from './range-text.ts';

test('C-162 one range a line, blanks and empty lines ignored', () => {
  expect(readRanges(' 10.0.0.0/8 \n\n\r\n2001:db8::/32\r\n')).toEqual(['10.0.0.0/8', '2001:db8::/32']);
  expect(readRanges('  \n')).toEqual([]);
});

test('C-162 the first wrong line is named; too many lines are refused', () => {
  expect(problemOf('10.0.0.0/8\n10.0.0.0/33\nx')).toEqual({ kind: 'not-range', line: '10.0.0.0/33' });
  expect(problemOf(Array.from({ length: 201 }, (_, i) => `10.0.${i >> 8}.${i & 255}`).join('\n'))).toEqual({
    kind: 'too-many',
  });
  expect(problemOf('')).toBeUndefined();
});

test('an address is added once', () => {
  expect(withRange('10.0.0.0/8\n', '203.0.113.7')).toBe('10.0.0.0/8\n203.0.113.7');
  expect(withRange('203.0.113.7', '203.0.113.7')).toBe('203.0.113.7');
});
