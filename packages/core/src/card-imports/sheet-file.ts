import type { z } from 'zod';
import type { SheetContent, Spreadsheets } from '../ports/spreadsheets.ts';
import { type SHEET_FORMATS, SHEET_TYPES, type SheetFile } from './model.ts';

interface Making {
  sheets(): SheetContent[];
  csv(): string;
}

/** A table as a file of the format that was asked for. */
export function sheetFile(
  spreadsheets: Spreadsheets,
  name: string,
  format: (typeof SHEET_FORMATS)[number],
  making: Making,
): z.output<typeof SheetFile> {
  const xlsx = format === 'xlsx';
  return {
    fileName: `${name}.${format}`,
    contentType: SHEET_TYPES[xlsx ? 0 : 1],
    bytes: xlsx ? spreadsheets.writeXlsx(making.sheets()) : new TextEncoder().encode(making.csv()),
  };
}
