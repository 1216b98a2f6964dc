import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import type { ImportField } from './fields.ts';
import { judgeAgain } from './judge-import.ts';
import { toRow } from './list-rows.ts';
import { ImportRow, RowEdit } from './model.ts';
import { changeableImport } from './own-import.ts';
import { importRow, writeRows } from './row-store.ts';
import { openRow, sealRow } from './sealed.ts';
import { mappingOf } from './view.ts';

/** Puts cells of a line right; it and whatever depends on it (duplicates further down) is judged again. */
export const editImportRow = command('cards.imports.editRow', {
  permission: 'card:create',
  input: RowEdit,
  output: ImportRow,
  summary: 'Correct a line of an import.',
}).run(async (ctx, { id, line, values }) => {
  const found = await changeableImport(ctx, id);
  const row = await importRow(ctx.db, found.id, line);
  if (!row) throw appError('CARD_IMPORT_NOT_FOUND');
  if (row.outcome) throw appError('CARD_IMPORT_STATE', { status: found.status });
  const { cipher } = ctx.ports;
  const content = openRow(cipher, row);
  const fields = Object.keys(values) as ImportField[];
  for (const field of fields) content.fixes[field] = (values[field] ?? '').trim();
  await writeRows(ctx.db, [{ ...row, cellsEnc: sealRow(cipher, found.id, line, content) }]);
  const { merchantId, defaultEmail } = found;
  await judgeAgain(ctx, ctx.db, found, { merchantId, defaultEmail, mapping: mappingOf(found) });
  ctx.audit({ targetType: 'card_import', targetId: found.id, detail: { line, fields } });
  const next = await importRow(ctx.db, found.id, line);
  return toRow(ctx, found, next ?? row);
});
