import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import type { ImportField } from './fields.ts';
import { judgeAgain } from './judge-import.ts';
import type { Mapping } from './mapping.ts';
import { CardImportDetail, ImportMap } from './model.ts';
import { changeableImport, ownImport } from './own-import.ts';
import { openSheet } from './sealed.ts';
import { updateImport } from './store.ts';
import { mappingOf, viewImport } from './view.ts';

/** Says which column is which field, and where notifications go for lines that name no address; every line is judged again. */
export const mapImport = command('cards.imports.map', {
  permission: 'card:create',
  input: ImportMap,
  output: CardImportDetail,
  summary: 'Change how the columns of an import are read.',
}).run(async (ctx, input) => {
  const found = await changeableImport(ctx, input.id);
  const mapping: Mapping = { ...mappingOf(found), ...definedOnly(input.mapping) };
  const columns = openSheet(ctx.ports.cipher, found).headers.length;
  // Lines that are cards already were read by the former one.
  if (input.mapping && found.importedRows > 0) throw appError('CARD_IMPORT_STATE', { status: found.status });
  const defaultEmail = input.defaultEmail ?? found.defaultEmail;
  const kept = Object.fromEntries(
    Object.entries(mapping).map(([field, column]) => [field, column !== null && column < columns ? column : null]),
  ) as Mapping;
  await updateImport(ctx.db, found.id, { mapping: JSON.stringify(kept), defaultEmail });
  const counts = await judgeAgain(ctx, ctx.db, found, { merchantId: found.merchantId, mapping: kept, defaultEmail });
  ctx.audit({ targetType: 'card_import', targetId: found.id, detail: { mapping: kept, ready: counts.readyRows } });
  return viewImport(ctx, await ownImport(ctx, found.id));
});

/** Without the fields that were left open, so that they don't hide what is known. */
function definedOnly(given: Partial<Record<ImportField, number | null | undefined>> = {}): Partial<Mapping> {
  return Object.fromEntries(Object.entries(given).filter(([, column]) => column !== undefined));
}
