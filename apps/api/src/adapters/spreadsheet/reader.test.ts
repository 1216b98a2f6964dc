import { describe, expect, it } from 'vitest';
import { createReader } from './reader.ts';
import { writeXlsx } from './write-xlsx.ts';
import { textRow, workbookOf, worksheet, zip } from './zip.fixtures.ts';

const LIMITS = { maxLines: 5001, maxColumns: 50 };
const MB = 1024 * 1024;
const reader = createReader();
const read = (bytes: Uint8Array | string) => reader(Buffer.from(bytes), LIMITS);
const refusal = async (bytes: Uint8Array | string) => {
  const reading = await read(bytes);
  return reading.kind === 'refused' ? reading.reason : reading.lines.length;
};
const PLAIN = worksheet(textRow(1, 'descriptor', 'bin') + textRow(2, 'SHOP', '411111'));

describe('A-386 files made to hurt', { timeout: 60_000 }, () => {
  it('a workbook made by hand is read, so that the others are refused for their reason', async () => {
    expect(await read(zip(workbookOf(PLAIN)))).toEqual({
      kind: 'table',
      lines: [
        { line: 1, cells: ['descriptor', 'bin'] },
        { line: 2, cells: ['SHOP', '411111'] },
      ],
    });
  });

  it('a ZIP bomb is refused by what it says of itself, and by what comes out where it lies', async () => {
    const sheet = worksheet(textRow(1, 'x') + ' '.repeat(25 * MB));
    expect(await refusal(zip(workbookOf(sheet)))).toBe('TOO_HEAVY');
    const lying = workbookOf(sheet).map((file) => (file.content.length > MB ? { ...file, claimedSize: 1000 } : file));
    expect(await refusal(zip(lying))).toBe('DAMAGED');
    const heap = process.memoryUsage().rss;
    expect(await refusal(zip(lying))).toBe('DAMAGED');
    expect(process.memoryUsage().rss - heap).toBeLessThan(100 * MB);
  });

  it('entries by the thousand are refused, pictures and macros never unpacked', async () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ name: `x/${n}`, content: Buffer.from('x') }));
    expect(await refusal(zip([...workbookOf(PLAIN), ...many]))).toBe('DAMAGED');
    const media = { name: 'xl/media/image1.png', content: Buffer.alloc(30 * MB) };
    expect(await refusal(zip(workbookOf(PLAIN, { more: [media] })))).toBe(2);
  });

  it('a million lines are claimed or empty: what is there counts', async () => {
    const claimed = worksheet(textRow(1, 'a') + textRow(2, 'b'), 'A1:XFD1048576');
    expect(await refusal(zip(workbookOf(claimed)))).toBe(2);
    const far = worksheet(textRow(1, 'a') + textRow(1048576, 'b'), 'A1:A1048576');
    expect(await read(zip(workbookOf(far)))).toMatchObject({ lines: [{ line: 1 }, { line: 1048576 }] });
    const empty = Array.from({ length: 300_000 }, (_, n) => `<row r="${n + 2}" spans="1:3"/>`).join('');
    expect([1, 'TOO_HEAVY']).toContain(await refusal(zip(workbookOf(worksheet(textRow(1, 'a') + empty)))));
  });

  it('one long text behind thousands of cells, and shared texts by the hundred thousand', async () => {
    const cells = (line: number) =>
      Array.from({ length: 20 }, (_, n) => `<c r="${String.fromCharCode(65 + n)}${line}" t="s"><v>0</v></c>`).join('');
    const rows = Array.from({ length: 5000 }, (_, n) => `<row r="${n + 1}">${cells(n + 1)}</row>`).join('');
    const strings = `<si><t>${'x'.repeat(30_000)}</t></si>`;
    expect(await refusal(zip(workbookOf(worksheet(rows), { strings })))).toBe('TOO_HEAVY');
    const table = Array.from({ length: 400_000 }, (_, n) => `<si><t>${n}</t></si>`).join('');
    expect([2, 'TOO_HEAVY']).toContain(await refusal(zip(workbookOf(PLAIN, { strings: table }))));
  });

  it('names that mean something to JavaScript are only names', async () => {
    const sheet = worksheet(textRow(1, '__proto__', 'constructor') + textRow(2, 'polluted', '411111'));
    const reading = await read(zip(workbookOf(sheet, { name: '__proto__' })));
    expect(['table', 'refused']).toContain(reading.kind);
    const named = await read(zip(workbookOf(sheet)));
    expect(named).toMatchObject({
      lines: [{ cells: ['__proto__', 'constructor'] }, { cells: ['polluted', '411111'] }],
    });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(await refusal('__proto__,a\nx,y\n')).toBe(2);
  });

  it('entities of a document type are not resolved', async () => {
    const evil = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
    const reading = await read(zip(workbookOf(worksheet(textRow(1, 'a', '&secret;'), 'A1:B1', evil))));
    expect(JSON.stringify(reading)).not.toContain('root:');
  });

  it('what is no table says so, whatever its name: pages, PDF, old Excel, pictures, nothing', async () => {
    expect(await refusal('<html><table><tr><td>411111</td></tr></table></html>')).toBe('NO_TABLE');
    expect(await refusal('\uFEFF<?xml version="1.0"?><Workbook/>')).toBe('NO_TABLE');
    expect(await refusal('%PDF-1.7\n')).toBe('NO_TABLE');
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toBe('NO_TABLE');
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe('OLD_EXCEL');
    expect(await refusal(zip([{ name: 'word/document.xml', content: Buffer.from('x') }]))).toBe('NO_TABLE');
    expect(await refusal('')).toBe('EMPTY');
    expect(await refusal('\r\n , \r\n')).toBe('EMPTY');
  });

  it('a damaged workbook says so, wherever it is cut', async () => {
    const whole = Buffer.from(writeXlsx([{ name: 'S', rows: [['a'], ['b']] }]));
    for (const part of [0.1, 0.5, 0.9, 0.99])
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * part)))).toBe('DAMAGED');
    const broken = Buffer.from(whole);
    broken.fill(0, 60, whole.length - 1200);
    expect(await refusal(broken)).toBe('DAMAGED');
  });
});

describe('A-386 the thread', { timeout: 60_000 }, () => {
  it('is stopped at the end of its time or memory, and the next file is read all the same', async () => {
    const rows = Array.from({ length: 120_000 }, (_, n) => textRow(n + 1, 'x', 'y')).join('');
    const heavy = zip(workbookOf(worksheet(rows)));
    const hasty = createReader({ milliseconds: 1 });
    expect(await hasty(heavy, LIMITS)).toEqual({ kind: 'refused', reason: 'TOO_HEAVY' });
    const poor = createReader({ heapMb: 24 });
    expect(await poor(heavy, LIMITS)).toEqual({ kind: 'refused', reason: 'TOO_HEAVY' });
    expect(await poor(Buffer.from('a\nb\n'), LIMITS)).toMatchObject({ kind: 'table' });
  });

  it('one file at a time, a few wait, the rest are told so at once', async () => {
    const busy = createReader({ waiting: 2 });
    const readings = await Promise.all(Array.from({ length: 5 }, () => busy(Buffer.from('a\nb\n'), LIMITS)));
    expect(readings.map((reading) => (reading.kind === 'table' ? 'table' : reading.reason))).toEqual([
      'table',
      'table',
      'table',
      'BUSY',
      'BUSY',
    ]);
    expect(await busy(Buffer.from('a\nb\n'), LIMITS)).toMatchObject({ kind: 'table' });
  });

  it('5,000 lines are read', async () => {
    const rows = Array.from({ length: 5001 }, (_, n) => [
      `SHOP*${n}.COM`,
      '411111',
      `17403007654${n}`,
      'a@b.example',
      '',
    ]);
    expect(await refusal(writeXlsx([{ name: 'S', rows }]))).toBe(5001);
  });
});
