import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { toXlsx } from './xlsx.ts';

/** Reads by the directory at the file's end, as a zip has to be read. */
function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf('PK\x05\x06');
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, offset] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26);
    files.set(name, inflateRawSync(bytes.subarray(start, start + size)).toString('utf8'));
    at += 46 + nameLength;
  }
  return files;
}

it('a workbook holds its sheets, texts as texts', () => {
  const files = unzip(
    toXlsx([
      {
        name: '授权卡',
        header: ['描述符', 'BIN'],
        rows: [
          ['=1+1', '012345'],
          ['A&B <"C">', 7],
          [null, '\u0000\uD800x'],
        ],
      },
      { name: 'Notes', header: Array.from({ length: 28 }, (_, n) => `C${n}`), rows: [] },
    ]),
  );
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  expect(files.get('xl/workbook.xml')).toContain('<sheet name="授权卡" sheetId="1" r:id="rId1"/>');
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
  expect(sheet).toContain('>012345<');
  expect(sheet).toContain('A&amp;B &lt;&quot;C&quot;&gt;');
  expect(sheet).toContain('<c r="B3"><v>7</v></c>');
  expect(sheet).toContain('<row r="4"><c r="B4"');
  expect(sheet).toContain('\u{FFFD}\u{FFFD}x');
  expect(sheet).not.toContain('<f>');
  expect(files.get('xl/worksheets/sheet2.xml')).toContain('<c r="AB1" s="1"');
});
