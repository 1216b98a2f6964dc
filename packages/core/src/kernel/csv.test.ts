import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

/** The signs that mean something to somebody, and some that don't. */
const sign = fc.constantFrom(...'<>&"\'`=+-@;,/\\$ #ltab0中é😀＝＋\t\r\n\0\u2028');

/** A small reader of RFC 4180, so that what is written is read by somebody else. */
function readCsv(text: string): string[][] {
  const cells = [...text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('A-282 CSV', () => {
  it('starts with a byte order mark and ends every line in CRLF', () => {
    expect(toCsv(['a', 'b'], [['x', 1]])).toBe('\uFEFF"a","b"\r\n"x",1\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])('neutralises %j', (text) => {
    expect(readCsv(toCsv(['h'], [[text]]))[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers numbers and nothing empty', () => {
    expect(toCsv(['h', 'i'], [[-19.9, null]])).toContain('\r\n-19.9,\r\n');
  });

  it('gives back any text, and none of it starts a formula', () => {
    const table = fc.array(fc.array(fc.string({ unit: sign }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const back = readCsv(toCsv(['h', 'i'], rows)).slice(1);
        expect(back).toHaveLength(rows.length);
        for (const [r, row] of rows.entries())
          for (const [c, cell] of row.entries()) {
            const read = back[r]?.[c] ?? '';
            expect([cell, `'${cell}`]).toContain(read);
            expect(read).not.toMatch(/^[=+\-@\t\r]/);
          }
      }),
    );
  });
});
