import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { CardImportDetail, ImportId, ImportListInput, ImportPage } from './model.ts';
import { importingMerchant, ownImport } from './own-import.ts';
import { importPage } from './store.ts';
import { toImport, viewImport } from './view.ts';

/** Who imported what and when, newest first. */
export const listImports = query('cards.imports.list', {
  permission: 'card:create',
  input: ImportListInput,
  output: ImportPage,
  summary: 'List the imports of cards, newest first.',
}).run(async (ctx, input) => {
  const { total, records } = await importPage(ctx.db, importingMerchant(ctx), input);
  return toPage(input, total, records.map(toImport));
});

/** Continued on any device: everything that was read and decided is here. */
export const getImport = query('cards.imports.get', {
  permission: 'card:create',
  input: ImportId,
  output: CardImportDetail,
  summary: 'Show an import: its columns, how they are read, and how far it is.',
}).run(async (ctx, { id }) => viewImport(ctx, await ownImport(ctx, id)));
