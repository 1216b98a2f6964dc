import { iso, isoOrNull } from '../kernel/time.ts';
import type { ExportJob } from './model.ts';
import type { ExportRecord } from './store.ts';

export function toJob(row: ExportRecord): ExportJob {
  return {
    id: row.id,
    format: row.format,
    status: row.status,
    totalRows: row.totalRows,
    doneRows: row.doneRows,
    fileSize: row.format === 'csv' ? row.plainSize : row.packedSize,
    cut: row.cut === 1,
    createdTime: iso(row.createdTime),
    finishedTime: isoOrNull(row.finishedTime),
    expiresTime: isoOrNull(row.expiresTime),
  };
}
