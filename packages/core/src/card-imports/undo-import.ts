import { takeBackCards } from '../cards/index.ts';
import { command } from '../kernel/operation.ts';
import { judgeAgain } from './judge-import.ts';
import { ImportId, ImportUndone } from './model.ts';
import { changeableImport, ownImport } from './own-import.ts';
import { importRows, writeRows } from './row-store.ts';
import { updateImport } from './store.ts';
import { mappingOf, toImport } from './view.ts';

/**
 * Takes the cards of an import back that were never submitted; the others stay, and it says how many. The lines are judged again and can
 * be put right and imported anew. Safe to repeat.
 */
export const undoImport = command('cards.imports.undo', {
  permission: 'card:delete',
  input: ImportId,
  output: ImportUndone,
  summary: 'Take back the cards of an import that were not submitted for enrolment.',
}).run(async (ctx, { id }) => {
  const found = await changeableImport(ctx, id);
  const now = ctx.now();
  const rows = await importRows(ctx.db, id, 'IMPORTED');
  const cards = rows.map(({ cardId, generation }) => ({ cardId: cardId ?? 0, generation }));
  const gone = await takeBackCards(ctx.db, cards, now);
  const removed = rows.filter(({ cardId }) => gone.has(cardId ?? 0));
  await writeRows(
    ctx.db,
    removed.map((row) => ({ ...row, outcome: null, cardId: null, generation: 0 })),
  );
  const { merchantId, defaultEmail } = found;
  await judgeAgain(ctx, ctx.db, found, { merchantId, defaultEmail, mapping: mappingOf(found) });
  const kept = rows.length - removed.length;
  await updateImport(ctx.db, id, {
    status: kept > 0 ? 'DONE' : 'OPEN',
    ...(removed.length > 0 && { undoneRows: found.undoneRows + removed.length, undoneTime: now }),
  });
  ctx.audit({ targetType: 'card_import', targetId: id, detail: { removed: removed.length, kept } });
  return { import: toImport(await ownImport(ctx, id)), removed: removed.length, kept };
});
