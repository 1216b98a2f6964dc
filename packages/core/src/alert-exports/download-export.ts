import { appError } from '../kernel/errors.ts';
import { asLocale } from '../kernel/locale.ts';
import { query } from '../kernel/operation.ts';
import { exportFileName, typeOf } from './file-name.ts';
import { ExportContent, ExportId } from './model.ts';
import { findExport } from './own-job.ts';
import { partKey, partPlace, partsOf } from './parts.ts';
import { tableFile } from './table.ts';

/** The file of a finished export, for the one who made it. Every download leaves an audit row. Errors: `EXPORT_NOT_FOUND`, `EXPORT_STATE`. */
export const downloadExport = query('alerts.exports.download', {
  permission: 'alert:export',
  input: ExportId,
  output: ExportContent,
  summary: 'Download the file of a finished export.',
  rate: 'export',
  allowlist: 'export',
}).run(async (ctx, { id }) => {
  const job = await findExport(ctx, id);
  const expired = job.expiresTime === null || job.expiresTime <= ctx.now();
  if (job.status !== 'DONE' || expired) throw appError('EXPORT_STATE', { status: expired ? 'EXPIRED' : job.status });
  const { cipher, files } = ctx.ports;
  const packed: Buffer[] = [];
  for (const [part, attempt] of partsOf(job).entries()) {
    const sealed = await files.get(partKey(id, part, attempt));
    if (!sealed) throw new Error(`Part ${part} of export ${id} is gone`);
    packed.push(cipher.open(sealed, partPlace(id, part)));
  }
  const bytes = await tableFile(job.format, asLocale(job.locale), { packed, crc: job.crc, plainSize: job.plainSize });
  ctx.audit({ targetType: 'export', targetId: id, detail: { rows: job.doneRows, format: job.format } });
  return {
    fileName: exportFileName(job.createdTime, job.format),
    contentType: typeOf(job.format),
    bytes: new Uint8Array(bytes),
  };
});
