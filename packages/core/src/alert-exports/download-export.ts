import type { Core } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { asLocale } from '../kernel/locale.ts';
import { query } from '../kernel/operation.ts';
import { exportFileName, typeOf } from './file-name.ts';
import { ExportContent, ExportId } from './model.ts';
import { findExport } from './own-job.ts';
import { partKey, partPlace, partsOf } from './parts.ts';
import type { ExportRecord } from './store.ts';
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
  const { crc, plainSize, packedSize } = job;
  const packed = await openParts(ctx, job);
  const file = await tableFile(job.format, asLocale(job.locale), { packed, packedSize, crc, plainSize });
  ctx.audit({
    targetType: 'export',
    targetId: id,
    detail: { rows: job.doneRows, format: job.format, filter: JSON.parse(job.filter) },
  });
  return {
    fileName: exportFileName(job.createdTime, job.format),
    contentType: typeOf(job.format),
    ...file,
  };
});

/** The first part at once, so that a store or key that is gone is an answer and not a file that breaks off; the others as they are asked for. */
async function openParts({ ports: { cipher, files } }: Pick<Core, 'ports'>, job: ExportRecord) {
  const attempts = partsOf(job);
  async function open(part: number): Promise<Buffer> {
    const sealed = await files.get(partKey(job.id, part, attempts[part] ?? 0));
    if (!sealed) throw new Error(`Part ${part} of export ${job.id} is gone`);
    return cipher.open(sealed, partPlace(job.id, part));
  }
  const first = await open(0);
  return (async function* () {
    yield first;
    for (let part = 1; part < attempts.length; part++) yield await open(part);
  })();
}
