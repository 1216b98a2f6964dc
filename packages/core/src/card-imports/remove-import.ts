import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { ImportId } from './model.ts';
import { importingMerchant } from './own-import.ts';
import { deleteImport, lockImport } from './store.ts';

/** Throws an upload away of which no card has been saved. */
export const removeImport = command('cards.imports.remove', {
  permission: 'card:create',
  input: ImportId,
  output: z.object({ done: z.literal(true) }),
  summary: 'Discard an upload that was not imported.',
}).run(async (ctx, { id }) => {
  const found = await lockImport(ctx.db, importingMerchant(ctx), id);
  if (!found) throw appError('CARD_IMPORT_NOT_FOUND');
  // What has happened stays on record.
  if (found.status !== 'OPEN' || found.finishedTime) throw appError('CARD_IMPORT_STATE', { status: found.status });
  await deleteImport(ctx.db, id);
  ctx.audit({ targetType: 'card_import', targetId: id, detail: { rows: found.totalRows } });
  return { done: true };
});
