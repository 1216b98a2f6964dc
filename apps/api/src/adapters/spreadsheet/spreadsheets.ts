import type { Spreadsheets } from '@forewarn/core/ports/spreadsheets';
import { createReader, type ReaderSettings } from './reader.ts';
import { writeXlsx } from './write-xlsx.ts';

/** XLSX through the maintained build of SheetJS, CSV by our own parser. */
export function createSpreadsheets(settings: ReaderSettings = {}): Spreadsheets {
  return { read: createReader(settings), writeXlsx };
}
