import { read } from '@e965/xlsx';
import { wallTime } from '@forewarn/core/kernel/wall-time';
import { type SheetCell, sheetEnd, sheetRows, sheetStart, xlsxOf } from '@forewarn/core/kernel/xlsx';
import { bytesOf, packPart } from '@forewarn/core/kernel/zip';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

/** A sheet of two columns, its rows in pieces as a background export writes them. */
async function workbook(pieces: readonly (readonly SheetCell[][])[]): Promise<Buffer> {
  const texts = [sheetStart(['一', 'two'], [20, 8])];
  let line = 2;
  for (const rows of pieces) {
    texts.push(sheetRows(rows, line));
    line += rows.length;
  }
  texts.push(sheetEnd(2, line - 1));
  let crc = 0;
  let plainSize = 0;
  const packed: Buffer[] = [];
  for (const text of texts) {
    const part = await packPart(Buffer.from(text), crc);
    crc = part.crc;
    plainSize += part.plainSize;
    packed.push(part.packed);
  }
  const packedSize = packed.reduce((sum, { length }) => sum + length, 0);
  const file = await xlsxOf('预警 & more', { packed, packedSize, crc, plainSize });
  const bytes = await bytesOf(file.chunks);
  expect(bytes.length).toBe(file.size);
  return bytes;
}

async function cells(pieces: readonly (readonly SheetCell[][])[]) {
  const book = read(await workbook(pieces), { dense: true, cellFormula: true, cellNF: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return (sheet?.['!data'] ?? []).slice(1);
}

/** The signs that mean something to XML or a spreadsheet, and some that don't. */
const sign = fc.constantFrom(...'<>&"\'=+-@;,_x0041 #ltab中é😀＝＋\t\r\n\0\u2028\ufffe\ud800');

describe('A-371 XLSX as exports write it, read by a library', () => {
  it('text comes back as it was and is never a formula', async () => {
    const text = fc.string({ unit: sign, minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const rows = await cells([texts.map((value): SheetCell[] => [value, '=1+1'])]);
        for (const [n, value] of texts.entries()) {
          const cell = rows[n]?.[0];
          expect([cell?.t, cell?.f]).toEqual(['s', undefined]);
          // The library takes both line ends for one.
          expect(cell?.v).toBe(value.toWellFormed().replaceAll('\r\n', '\n'));
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")', '_x003D_1'])(
    '%j is text',
    async (value) => {
      const [row] = await cells([[[value, null]]]);
      expect(row?.[0]).toMatchObject({ t: 's', v: value });
      expect(row?.[0]?.f).toBeUndefined();
    },
  );

  it('numbers are numbers, times are times, long ids keep every digit', async () => {
    const time = wallTime(new Date('2026-11-22T16:30:00Z'), 'Asia/Shanghai');
    const rows = await cells([[[19.9, time]], [['01740300765432198765', null]]]);
    expect(rows[0]?.[0]).toMatchObject({ t: 'n', v: 19.9 });
    expect(rows[0]?.[1]).toMatchObject({ t: 'n', w: '2026-11-23 00:30:00' });
    expect(rows[1]?.[0]).toMatchObject({ t: 's', v: '01740300765432198765' });
  });

  it('is taken by the strict reader that imports go through', async () => {
    const reading = readTable(await workbook([[['a', 1]], [['b', null]]]), { maxLines: 10, maxColumns: 10 });
    expect(reading).toMatchObject({
      kind: 'table',
      lines: [{ cells: ['一', 'two'] }, { cells: ['a', '1'] }, { cells: ['b'] }],
    });
  });
});
