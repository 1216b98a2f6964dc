import { exportByIds, exportPage } from '../alerts/index.ts';
import { command } from '../kernel/operation.ts';
import { bytesOf, packPart } from '../kernel/zip.ts';
import { exportFileName, typeOf } from './file-name.ts';
import { EXPORT_AT_ONCE, ExportFile, ExportInput } from './model.ts';
import { tableReader } from './reader.ts';
import { pieceText, tableFile } from './table.ts';

/** chosen alerts, or the first thousand of a list, as CSV or XLSX; `cut` when there are more. Leaves an audit row. */
export const exportAlerts = command('alerts.export', {
  permission: 'alert:export',
  input: ExportInput,
  output: ExportFile,
  summary: 'Export up to 1,000 alerts as CSV or XLSX at once; for more start an export.',
  whileSuspended: true,
  rate: 'export',
  allowlist: 'export',
}).run(async (ctx, { ids, format, timeZone, ...filter }) => {
  const { rows, nextCursor, searchCut } = ids
    ? { rows: await exportByIds(ctx, ids), nextCursor: undefined, searchCut: false }
    : await exportPage(ctx, { ...filter, page: 1, size: EXPORT_AT_ONCE });
  const reader = await tableReader(ctx, timeZone);
  const text = pieceText(format, { rows, before: 0, last: true }, reader);
  ctx.audit({
    targetType: 'export',
    targetId: 'alerts',
    detail: { rows: rows.length, format, ...(ids ? { ids: ids.length } : { filter }) },
  });
  const facts = {
    fileName: exportFileName(ctx.now(), format),
    contentType: typeOf(format),
    rows: rows.length,
    cut: nextCursor !== undefined || searchCut,
  };
  if (format === 'csv') return { ...facts, encoding: 'text', content: text };
  const { packed, ...sheet } = await packPart(Buffer.from(text), 0);
  const file = await tableFile(format, reader.locale, { ...sheet, packed: [packed], packedSize: packed.length });
  return { ...facts, encoding: 'base64', content: (await bytesOf(file.chunks)).toString('base64') };
});
