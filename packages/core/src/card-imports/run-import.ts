import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { AppError, appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { importChunk } from './import-chunk.ts';
import { CardImportDetail, ImportRun } from './model.ts';
import { importingMerchant, ownImport } from './own-import.ts';
import { lockImport, updateImport } from './store.ts';
import { viewImport } from './view.ts';

/**
 * saves the lines that are in order as cards and, if wanted, submits them. Some hundred lines a transaction, each with its outcome,
 * so that whoever calls again (or the reconciler after a crash) goes on where it stopped. Audited once, when it is through.
 */
export const runImport = effect('cards.imports.run', {
  permission: 'card:create',
  input: ImportRun,
  output: CardImportDetail,
  summary: 'Save the lines of an import that are in order as cards, and submit them for enrolment if wanted.',
}).run(async (ctx, { id, submit }) => {
  importingMerchant(ctx);
  if (submit && ctx.actor.kind === 'merchant' && !ctx.actor.grants['card:enrol']) throw appError('FORBIDDEN');
  await begin(ctx, id, submit);
  const merchantId = importingMerchant(ctx);
  try {
    while ((await importChunk(ctx, ctx, { id, merchantId })) === 'more');
  } catch (error) {
    // Refused, not broken: nothing more will come of it until somebody has seen why.
    if (error instanceof AppError) await stop(ctx, merchantId, id);
    throw error;
  }
  return viewImport(ctx, await ownImport(ctx, id));
});

/** One that runs already goes on as it was begun. */
async function begin(ctx: Context, id: string, submit: boolean): Promise<void> {
  await commit(ctx, async (tx) => {
    const found = await lockImport(tx, importingMerchant(ctx), id);
    if (!found) throw appError('CARD_IMPORT_NOT_FOUND');
    if (found.status === 'RUNNING') return;
    if (!found.sheetEnc) throw appError('CARD_IMPORT_STATE', { status: found.status });
    await updateImport(tx, id, { status: 'RUNNING', submit: submit ? 1 : 0, touchedTime: ctx.now() });
  });
}

async function stop(ctx: Context, merchantId: number, id: string): Promise<void> {
  await commit(ctx, async (tx) => {
    const found = await lockImport(tx, merchantId, id);
    if (found?.status !== 'RUNNING') return;
    await updateImport(tx, id, { status: found.importedRows > 0 ? 'DONE' : 'OPEN' });
  });
}
