import type { SheetRefusal } from '@forewarn/core/ports/spreadsheets';

export type Sniffed = { kind: 'xlsx' } | { kind: 'csv'; text: string } | { kind: 'refused'; reason: SheetRefusal };

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** Excel of before 2007, and any workbook locked by a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const OLD_BIFF = Buffer.from([0x09, 0x08, 0x10, 0x00]);

/** What the bytes are; names and content types are not asked. */
export function sniff(bytes: Buffer): Sniffed {
  const begins = (mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);
  if (begins(ZIP)) return { kind: 'xlsx' };
  if (begins(OLE) || begins(OLD_BIFF)) return { kind: 'refused', reason: 'OLD_EXCEL' };
  const text = decode(bytes);
  if (text === undefined) return { kind: 'refused', reason: 'NO_TABLE' };
  // Web pages and XML that call themselves .xls or .csv, PDF, RTF.
  if (/^\s*(<[!?a-z]|%PDF|\{\\rtf)/i.test(text)) return { kind: 'refused', reason: 'NO_TABLE' };
  return { kind: 'csv', text };
}

/** UTF-8, UTF-16 with its mark (Excel's "Unicode text"), else GB18030, in which Excel in China saves CSV. Undefined: no text. */
function decode(bytes: Buffer): string | undefined {
  for (const encoding of encodings(bytes)) {
    const text = decodeAs(encoding, bytes);
    if (text !== undefined) return isText(text) ? text : undefined;
  }
  return undefined;
}

function encodings(bytes: Buffer): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

function decodeAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
}
