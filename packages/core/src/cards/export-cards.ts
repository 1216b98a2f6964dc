import { toCsv } from '../kernel/csv.ts';
import type { Locale } from '../kernel/locale.ts';
import { command } from '../kernel/operation.ts';
import { exportHeader, exportLine } from './export-lines.ts';
import { CardExportFile, CardExportInput } from './model.ts';
import { listCardRows, toCard } from './store.ts';

/** More than this is a background job's work; `cut` says so. */
const LIMIT = 10_000;
const SHEET: Record<Locale, string> = { 'zh-CN': '授权卡', en: 'Cards' };

/** The cards of a list with its filters, as CSV or XLSX; what staff see masked stays masked. Leaves an audit row. */
export const exportCards = command('cards.export', {
  permission: 'card:view',
  input: CardExportInput,
  output: CardExportFile,
  summary: 'Export cards as CSV or XLSX.',
  whileSuspended: true,
  rate: 'export',
  allowlist: 'export',
}).run(async (ctx, { format, ...filter }) => {
  const { total, records } = await listCardRows(ctx, filter, { page: 1, size: LIMIT });
  const staff = ctx.scope === 'all';
  const header = exportHeader(ctx.locale, staff);
  const rows = records.map((row) => exportLine(toCard(row, ctx), ctx.locale, staff));
  ctx.audit({ targetType: 'export', targetId: 'cards', detail: { rows: rows.length, format } });
  const name = `cards-${ctx.now().toISOString().slice(0, 10)}.${format}`;
  const facts = { fileName: name, rows: rows.length, cut: total > rows.length };
  if (format === 'csv')
    return { ...facts, contentType: 'text/csv; charset=utf-8', encoding: 'text', content: toCsv(header, rows) };
  return {
    ...facts,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    encoding: 'base64',
    content: Buffer.from(
      ctx.ports.spreadsheets.writeXlsx([{ name: SHEET[ctx.locale], rows: [header, ...rows] }]),
    ).toString('base64'),
  };
});
