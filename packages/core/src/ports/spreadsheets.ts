/** One line of a table: its number in the file (from 1, as a spreadsheet shows it) and its cells as text, from the first column on. */
export interface SheetLine {
  line: number;
  cells: string[];
}

/**
 * Why a file gives no table. `OLD_EXCEL`: .xls of before 2007, or one locked by a password (both are the same container);
 * `NO_TABLE`: something else, whatever its name says; `TOO_HEAVY`: unpacks to too much, takes too long or has too many columns.
 */
export const SHEET_REFUSALS = [
  'OLD_EXCEL',
  'NO_TABLE',
  'DAMAGED',
  'TOO_MANY_ROWS',
  'TOO_HEAVY',
  'EMPTY',
  'BUSY',
] as const;
export type SheetRefusal = (typeof SHEET_REFUSALS)[number];

export type SheetReading = { kind: 'table'; lines: SheetLine[] } | { kind: 'refused'; reason: SheetRefusal };

export interface SheetLimits {
  /** Lines that hold something, the header included. */
  maxLines: number;
  maxColumns: number;
}

/** A sheet to write: every cell is text, so that a BIN keeps its zeros and nothing is a formula. */
export interface SheetContent {
  name: string;
  rows: readonly (readonly string[])[];
  /** In characters, by column. */
  widths?: readonly number[];
  /** So many empty lines below are formatted as text, for what is going to be typed there. */
  blankLines?: number;
}

/** Spreadsheets: reading strangers' files within limits of time and memory, writing our own. */
export interface Spreadsheets {
  /** The first sheet that holds anything, of an XLSX or CSV file; the content decides, not the name. Never throws for what the file holds. */
  read(bytes: Uint8Array, limits: SheetLimits): Promise<SheetReading>;
  writeXlsx(sheets: readonly SheetContent[]): Uint8Array<ArrayBuffer>;
}
