import type { Context } from '../kernel/context.ts';
import { isoOrNull } from '../kernel/time.ts';
import type { Mapping } from './mapping.ts';
import type { CardImport, CardImportDetail } from './model.ts';
import { undoableRows } from './row-store.ts';
import { openSheet } from './sealed.ts';
import type { ImportRecord } from './store.ts';

export function toImport(row: ImportRecord): CardImport {
  return {
    id: row.id,
    fileName: row.fileName,
    status: row.status,
    totalRows: row.totalRows,
    readyRows: row.readyRows,
    importedRows: row.importedRows,
    submittedRows: row.submittedRows,
    problemRows: row.totalRows - row.readyRows - row.importedRows,
    undoneRows: row.undoneRows,
    createdName: row.createdName,
    createdTime: row.createdTime.toISOString(),
    finishedTime: isoOrNull(row.finishedTime),
    undoneTime: isoOrNull(row.undoneTime),
    purged: row.sheetEnc === null,
  };
}

export function mappingOf(row: Pick<ImportRecord, 'mapping'>): Mapping {
  return JSON.parse(row.mapping);
}

export async function viewImport(ctx: Context, row: ImportRecord): Promise<CardImportDetail> {
  const { headers, samples } = openSheet(ctx.ports.cipher, row);
  return {
    ...toImport(row),
    columns: headers.map((header, column) => ({
      header,
      samples: samples.map((cells) => cells[column] ?? '').filter((sample) => sample !== ''),
    })),
    mapping: mappingOf(row),
    defaultEmail: row.defaultEmail,
    undoableRows: row.importedRows > 0 ? await undoableRows(ctx.db, row.id) : 0,
  };
}
