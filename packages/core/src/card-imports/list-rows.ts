import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { rowFaultText } from './faults.ts';
import { type ImportRow, ImportRowPage, ImportRowsInput } from './model.ts';
import { ownImport } from './own-import.ts';
import { type RowRecord, rowPage } from './row-store.ts';
import { openRow } from './sealed.ts';
import type { ImportRecord } from './store.ts';
import { valuesOf } from './values.ts';
import { mappingOf } from './view.ts';

/** The lines of an import with what becomes of each, a page at a time. */
export const listImportRows = query('cards.imports.rows', {
  permission: 'card:create',
  input: ImportRowsInput,
  output: ImportRowPage,
  summary: 'List the lines of an import with the verdict on each.',
}).run(async (ctx, input) => {
  const found = await ownImport(ctx, input.id);
  const { total, records } = await rowPage(ctx.db, found.id, input.filter, input);
  return toPage(
    input,
    total,
    records.map((row) => toRow(ctx, found, row)),
  );
});

export function toRow(
  { ports, locale }: Pick<Context, 'ports' | 'locale'>,
  of: Pick<ImportRecord, 'mapping' | 'defaultEmail'>,
  row: RowRecord,
): ImportRow {
  const faults: ImportRow['faults'] = JSON.parse(row.faults);
  return {
    line: row.line,
    values: valuesOf(openRow(ports.cipher, row), mappingOf(of), of.defaultEmail),
    verdict: row.verdict,
    faults: faults.map(({ field, code }) => ({ field, code, message: rowFaultText(code, locale) })),
    other: row.other,
    cardId: row.cardId,
  };
}
