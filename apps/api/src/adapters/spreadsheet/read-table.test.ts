import { type CellObject, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { writeXlsx } from './write-xlsx.ts';

const LIMITS = { maxLines: 5001, maxColumns: 50 };
const read = (bytes: Uint8Array | string, limits = LIMITS) => readTable(Buffer.from(bytes), limits);
const cellsOf = (bytes: Uint8Array | string) => {
  const reading = read(bytes);
  return reading.kind === 'table' ? reading.lines.map(({ cells }) => cells) : reading.reason;
};
const workbook = (cells: CellObject[][]) =>
  write(
    {
      SheetNames: ['S'],
      Sheets: { S: { '!ref': `A1:${'ABCD'[(cells[0]?.length ?? 1) - 1]}${cells.length}`, '!data': cells } },
    },
    { type: 'buffer', bookType: 'xlsx', compression: true },
  ) as Buffer;

describe('A-073 XLSX', () => {
  it('what was written as text comes back as it was: leading zeros, what looks like a formula, Chinese', () => {
    const rows = [
      ['描述符', '卡 BIN', 'CAID'],
      ['=1+1', '012345', '174030076543219'],
      ['商店*北京', '411111', ''],
    ];
    expect(cellsOf(writeXlsx([{ name: '授权卡', rows, widths: [20, 10] }]))).toEqual([
      rows[0],
      rows[1],
      ['商店*北京', '411111'],
    ]);
  });

  it('empty lines formatted as text are no rows, and lines keep the numbers a spreadsheet shows', () => {
    const reading = read(writeXlsx([{ name: 'S', rows: [['a'], [''], ['b']], blankLines: 300 }]));
    expect(reading).toEqual({
      kind: 'table',
      lines: [
        { line: 1, cells: ['a'] },
        { line: 3, cells: ['b'] },
      ],
    });
  });

  it('numbers, dates and formulas come as the text that was meant', () => {
    const number = (v: number, z = 'General'): CellObject => ({ t: 'n', v, z });
    const file = workbook([
      [number(411111), number(174030076543219), number(12345, '000000'), number(4111119, '#,##0')],
      [number(1.5), number(45000, 'yyyy-mm-dd'), { t: 'n', v: 2, f: '1+1' }, { t: 'b', v: true }],
    ]);
    expect(cellsOf(file)).toEqual([
      ['411111', '174030076543219', '012345', '4111119'],
      ['1.5', '2023-03-15', '2', 'TRUE'],
    ]);
  });

  it('digits that Excel has lost are shown as lost, not made up', () => {
    expect(cellsOf(workbook([[{ t: 'n', v: 1740300765432190000 }]]))).toEqual([['1.74E+18']]);
  });

  it('takes the first sheet that holds anything', () => {
    const file = writeXlsx([
      { name: 'empty', rows: [] },
      { name: 'full', rows: [['x']] },
    ]);
    expect(cellsOf(file)).toEqual([['x']]);
  });
});

describe('A-073 CSV', () => {
  it('reads UTF-8 with and without its mark, UTF-16 and GB18030', () => {
    const text = '描述符,BIN\r\n商店,411111\r\n';
    const expected = [
      ['描述符', 'BIN'],
      ['商店', '411111'],
    ];
    expect(cellsOf(text)).toEqual(expected);
    expect(cellsOf(`\uFEFF${text}`)).toEqual(expected);
    expect(cellsOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).toEqual(expected);
    const gb = Buffer.concat([
      Buffer.from([0xc3, 0xe8, 0xca, 0xf6, 0xb7, 0xfb]),
      Buffer.from(',BIN\n'),
      Buffer.from([0xc9, 0xcc, 0xb5, 0xea]),
      Buffer.from(',411111\n'),
    ]);
    expect(cellsOf(gb)).toEqual(expected);
  });

  it('knows quotes, quoted line ends and other delimiters', () => {
    expect(cellsOf('a;b\n"x;""y""\nz";2')).toEqual([
      ['a', 'b'],
      ['x;"y"\nz', '2'],
    ]);
    expect(cellsOf('a\tb\r1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(cellsOf('"never closed,1')).toEqual([['never closed,1']]);
  });

  it('takes back the apostrophe that an export puts before what would be a formula', () => {
    expect(cellsOf("a\n'+SHOP\n'@SHOP\nO'NEIL\n'TWAS")).toEqual([['a'], ['+SHOP'], ['@SHOP'], ["O'NEIL"], ["'TWAS"]]);
  });
});

describe('A-386 limits', () => {
  it('refuses more lines and more columns than agreed', () => {
    const limits = { maxLines: 3, maxColumns: 2 };
    expect(read('a\n\n1\n2\n', limits)).toMatchObject({ kind: 'table' });
    expect(read('a\n1\n2\n3\n', limits)).toEqual({ kind: 'refused', reason: 'TOO_MANY_ROWS' });
    expect(read('a,b,c\n', limits)).toEqual({ kind: 'refused', reason: 'TOO_HEAVY' });
    expect(read(writeXlsx([{ name: 'S', rows: [['a'], ['1'], ['2'], ['3']] }]), limits)).toEqual({
      kind: 'refused',
      reason: 'TOO_MANY_ROWS',
    });
  });

  it('cuts what no field takes', () => {
    expect(cellsOf(`a\n${'x'.repeat(5000)}`)).toEqual([['a'], ['x'.repeat(1000)]]);
  });
});
