import { createHash } from 'node:crypto';
import { actorName, actorRef } from '../kernel/actor.ts';
import { commit } from '../kernel/commit.ts';
import { appError, type ErrorCode } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { after, DAY } from '../kernel/time.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import type { SheetLine, SheetRefusal } from '../ports/spreadsheets.ts';
import { fileNameOf } from './file-name.ts';
import { judge, recount, rowColumns } from './judge-import.ts';
import { guessMapping, isHeader, type Mapping } from './mapping.ts';
import { CardImportDetail, IMPORT_MAX_BYTES, IMPORT_MAX_COLUMNS, IMPORT_MAX_ROWS, ImportUpload } from './model.ts';
import { importingMerchant, ownImport } from './own-import.ts';
import { writeRows } from './row-store.ts';
import { sealRow, sealSheet } from './sealed.ts';
import { insertImport, lastMapping, merchantEmail, openTwin } from './store.ts';
import { isExample } from './values.ts';
import { viewImport } from './view.ts';

const REFUSALS: Record<SheetRefusal, ErrorCode> = {
  OLD_EXCEL: 'CARD_IMPORT_OLD_EXCEL',
  NO_TABLE: 'CARD_IMPORT_NO_TABLE',
  DAMAGED: 'CARD_IMPORT_DAMAGED',
  TOO_MANY_ROWS: 'CARD_IMPORT_TOO_MANY_ROWS',
  TOO_HEAVY: 'CARD_IMPORT_TOO_HEAVY',
  EMPTY: 'CARD_IMPORT_EMPTY',
  BUSY: 'UNAVAILABLE',
};
const SAMPLES = 3;

/**
 * takes in a spreadsheet of cards and judges every line; nothing is saved as a card yet. The same bytes again, while they
 * wait to be imported, are the same import. An `effect`: reading takes seconds in a thread of its own, which no transaction should wait for.
 */
export const uploadImport = effect('cards.imports.upload', {
  permission: 'card:create',
  input: ImportUpload,
  output: CardImportDetail,
  summary: 'Upload a spreadsheet of cards (XLSX or CSV, at most 5 MB and 5,000 lines) and have every line checked.',
}).run(async (ctx, { fileName, bytes }) => {
  const merchantId = importingMerchant(ctx);
  if (bytes.length > IMPORT_MAX_BYTES) throw appError('CARD_IMPORT_TOO_LARGE', { field: 'file' });
  const now = ctx.now();
  const sha256 = createHash('sha256').update(bytes).digest();
  const twin = await openTwin(ctx.db, merchantId, sha256, after(now, -DAY));
  if (twin) return viewImport(ctx, await ownImport(ctx, twin.id));

  const limits = { maxLines: IMPORT_MAX_ROWS + 2, maxColumns: IMPORT_MAX_COLUMNS };
  const reading = await ctx.ports.spreadsheets.read(bytes, limits);
  if (reading.kind === 'refused') throw appError(REFUSALS[reading.reason], { field: 'file' });
  const { headers, lines } = tableOf(reading.lines);
  if (lines.length === 0) throw appError('CARD_IMPORT_EMPTY', { field: 'file' });
  if (lines.length > IMPORT_MAX_ROWS) throw appError('CARD_IMPORT_TOO_MANY_ROWS', { field: 'file' });

  const id = uuidv7(now);
  const { cipher } = ctx.ports;
  const headerSha256 = createHash('sha256').update(JSON.stringify(headers)).digest();
  const cells = lines.map((line) => line.cells);
  const former = await lastMapping(ctx.db, merchantId, headerSha256);
  const mapping: Mapping = former === undefined ? guessMapping(headers, cells) : JSON.parse(former);
  const defaultEmail = await merchantEmail(ctx.db, merchantId);
  await commit(ctx, async (tx) => {
    const rows = lines.map((line) => ({ line: line.line, content: { cells: line.cells, fixes: {} } }));
    const judged = await judge(tx, { merchantId, mapping, defaultEmail }, rows);
    await insertImport(tx, {
      id,
      merchantId,
      fileName: fileNameOf(fileName),
      sha256,
      headerSha256,
      sheetEnc: sealSheet(cipher, id, { headers, samples: cells.slice(0, SAMPLES) }),
      mapping: JSON.stringify(mapping),
      defaultEmail,
      totalRows: rows.length,
      createdBy: actorRef(ctx.actor),
      createdName: actorName(ctx.actor).slice(0, 100),
      createdTime: now,
      touchedTime: now,
    });
    await writeRows(
      tx,
      rows.flatMap(({ line, content }, index) => {
        const columns = rowColumns(judged[index]);
        return columns ? [{ importId: id, line, cellsEnc: sealRow(cipher, id, line, content), ...columns }] : [];
      }),
    );
    await recount(ctx, tx, id);
  });
  ctx.audit({ targetType: 'card_import', targetId: id, detail: { rows: lines.length } });
  return viewImport(ctx, await ownImport(ctx, id));
});

/** The header apart from the lines; without one the columns are called as a spreadsheet calls them. */
function tableOf(all: readonly SheetLine[]): { headers: string[]; lines: SheetLine[] } {
  const [first, ...rest] = all;
  const columns = Math.max(...all.map(({ cells }) => cells.length));
  const named = first !== undefined && isHeader(first.cells);
  const headers = Array.from({ length: columns }, (_, column) => (named && first.cells[column]) || columnName(column));
  return { headers, lines: (named ? rest : all).filter(({ cells }) => !isExample(cells)) };
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${String.fromCharCode(64 + Math.floor(column / 26))}${letter}`;
}
