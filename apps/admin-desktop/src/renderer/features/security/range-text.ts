import { isAddressRange, MOST_RANGES } from '@forewarn/core/allowlists/model';

/** What stands in the box: one range a line; empty lines and blanks around are nothing. */
export function readRanges(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export type RangeProblem = { kind: 'not-range'; line: string } | { kind: 'too-many' };

/** The first thing wrong with it; undefined when it can be sent. */
export function problemOf(text: string): RangeProblem | undefined {
  const ranges = readRanges(text);
  const line = ranges.find((range) => !isAddressRange(range));
  if (line !== undefined) return { kind: 'not-range', line };
  return ranges.length > MOST_RANGES ? { kind: 'too-many' } : undefined;
}

/** Adds a line unless it is there. */
export function withRange(text: string, range: string): string {
  const ranges = readRanges(text);
  return ranges.includes(range) ? text : [...ranges, range].join('\n');
}
