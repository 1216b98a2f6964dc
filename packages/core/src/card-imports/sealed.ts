import type { Cipher } from '../ports/cipher.ts';
import type { RowRecord } from './row-store.ts';
import type { RowContent } from './values.ts';

/** The file's columns: their headers and what stands in the first lines. */
export interface Sheet {
  headers: string[];
  samples: string[][];
}

/** What a line's ciphertext is bound to. */
export function rowPlace(importId: string, line: number): string {
  return `card_import_rows.cells.${importId}.${line}`;
}

export function sheetPlace(importId: string): string {
  return `card_imports.sheet.${importId}`;
}

export function sealRow(cipher: Cipher, importId: string, line: number, content: RowContent): Buffer {
  return cipher.seal(JSON.stringify(content), rowPlace(importId, line));
}

export function openRow(cipher: Cipher, row: Pick<RowRecord, 'importId' | 'line' | 'cellsEnc'>): RowContent {
  return JSON.parse(cipher.open(row.cellsEnc, rowPlace(row.importId, row.line)).toString('utf8'));
}

export function sealSheet(cipher: Cipher, importId: string, sheet: Sheet): Buffer {
  return cipher.seal(JSON.stringify(sheet), sheetPlace(importId));
}

export function openSheet(cipher: Cipher, { id, sheetEnc }: { id: string; sheetEnc: Buffer | null }): Sheet {
  if (!sheetEnc) return { headers: [], samples: [] };
  return JSON.parse(cipher.open(sheetEnc, sheetPlace(id)).toString('utf8'));
}
