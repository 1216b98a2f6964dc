import type { Context } from '../kernel/context.ts';
import { toCsv } from '../kernel/csv.ts';
import { query } from '../kernel/operation.ts';
import { IMPORT_FIELDS } from './fields.ts';
import { toRow } from './list-rows.ts';
import { type ImportRow, ProblemsInput, SheetFile } from './model.ts';
import { ownImport } from './own-import.ts';
import { reasonText } from './reason-text.ts';
import { importRows } from './row-store.ts';
import { sheetFile } from './sheet-file.ts';
import { headersFor } from './template.ts';

const WORDS = {
  'zh-CN': { sheet: '未导入', line: '原行号', reason: '原因', file: '未导入的行' },
  en: { sheet: 'Not imported', line: 'Line', reason: 'Reason', file: 'rows-not-imported' },
} as const;

/** the lines that can't be imported with the reason of each, as a table that can be put right and uploaded again. */
export const downloadProblems = query('cards.imports.problems', {
  permission: 'card:create',
  input: ProblemsInput,
  output: SheetFile,
  summary: 'Download the lines of an import that have problems, with the reason of each (XLSX or CSV).',
}).run(async (ctx, { id, format }) => {
  const found = await ownImport(ctx, id);
  const rows = (await importRows(ctx.db, id, 'PROBLEM')).map((row) => toRow(ctx, found, row));
  const words = WORDS[ctx.locale];
  const header = [...headersFor(ctx.locale), words.reason, words.line];
  const lines = rows.map((row) => cellsOf(ctx, row));
  return sheetFile(ctx.ports.spreadsheets, words.file, format, {
    sheets: () => [{ name: words.sheet, rows: [header, ...lines], widths: [28, 14, 22, 30, 30, 12, 14, 26, 60, 8] }],
    csv: () => toCsv(header, lines),
  });
});

function cellsOf({ locale }: Context, row: ImportRow): string[] {
  return [...IMPORT_FIELDS.map((field) => row.values[field]), reasonText(row, locale), String(row.line)];
}
