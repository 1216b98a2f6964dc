import type { ExportRow } from '../alerts/index.ts';
import { csvLines, toCsv } from '../kernel/csv.ts';
import type { Locale } from '../kernel/locale.ts';
import { type SheetCell, sheetEnd, sheetRows, sheetStart, xlsxOf } from '../kernel/xlsx.ts';
import { type SizedStream, unpackParts, type ZipEntry } from '../kernel/zip.ts';
import { exportHeader, exportLine, exportWidths, type TableReader } from './columns.ts';
import type { ExportFormat } from './model.ts';

const SHEET: Record<Locale, string> = { 'zh-CN': '预警', en: 'Alerts' };

/** Which rows of the file a piece of it holds. */
export interface Piece {
  rows: readonly ExportRow[];
  /** Rows that stand before it. */
  before: number;
  last: boolean;
}

/** A piece of the file as plain text: all pieces behind each other are the CSV file, or the sheet's XML. */
export function pieceText(format: ExportFormat, { rows, before, last }: Piece, reader: TableReader): string {
  const header = exportHeader(reader);
  const lines = rows.map((row) => exportLine(row, reader));
  if (format === 'csv') {
    const texts = lines.map((line) => line.map(asCsv));
    return before === 0 ? toCsv(header, texts) : csvLines(texts);
  }
  const start = before === 0 ? sheetStart(header, exportWidths(reader)) : '';
  const end = last ? sheetEnd(header.length, before + rows.length + 1) : '';
  return start + sheetRows(lines, before + 2) + end;
}

function asCsv(cell: SheetCell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.text : cell;
}

/** The file itself, of all its packed pieces; holds one of them at a time. */
export async function tableFile(
  format: ExportFormat,
  locale: Locale,
  table: Omit<ZipEntry, 'name'>,
): Promise<SizedStream> {
  if (format === 'csv') return { size: table.plainSize, chunks: unpackParts(table.packed) };
  return xlsxOf(SHEET[locale], table);
}
