import { describe, expect, it } from 'vitest';
import { lineDiff } from './line-diff.ts';

const shown = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

describe('A-232 what changed between two versions', () => {
  it('lines that stay, go and come', () => {
    expect(shown('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
    expect(shown('a', 'a')).toEqual([' a']);
    expect(shown('', 'a')).toEqual(['-', '+a']);
  });

  it('put together again, either side is what it was', () => {
    const before = 'p\nq\nr\nq\ns';
    const after = 'q\nr\nt\nq\np';
    const lines = lineDiff(before, after);
    const side = (without: string) =>
      lines
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('\n');
    expect([side('added'), side('removed')]).toEqual([before, after]);
  });
});
