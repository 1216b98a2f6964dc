import { type CreatedCard, createCards, submitCards } from '../cards/index.ts';
import type { CardInput } from '../cards/model.ts';
import { commit } from '../kernel/commit.ts';
import type { Caller, Core, Executor } from '../kernel/context.ts';
import type { Effect } from '../kernel/effects.ts';
import { insertAudit } from '../kernel/store.ts';
import { parseRow } from './judge.ts';
import { recount, rowColumns } from './judge-import.ts';
import { importRows, type RowRecord, writeRows } from './row-store.ts';
import { openRow } from './sealed.ts';
import { type ImportRecord, lockImport, updateImport } from './store.ts';
import { valuesOf } from './values.ts';
import { mappingOf } from './view.ts';

/** Lines of one transaction: a fraction of a second. */
const CHUNK = 500;

/**
 * Saves the next lines of a running import, all in one transaction with their outcomes; `done` when none is left or it doesn't run. Any
 * number of callers may work on one import: its lock lets them take turns.
 */
export async function importChunk(
  core: Core,
  caller: Caller,
  { id, merchantId }: { id: string; merchantId: number },
): Promise<'more' | 'done'> {
  return commit(core, async (tx, emit) => {
    const found = await lockImport(tx, merchantId, id);
    if (found?.status !== 'RUNNING') return 'done';
    const rows = await importRows(tx, id, 'READY', CHUNK);
    const submitted = await saveRows(core, tx, emit, found, rows);
    const { importedRows } = await recount(core, tx, id);
    await updateImport(tx, id, { submittedRows: found.submittedRows + submitted });
    if (rows.length === CHUNK) return 'more';
    await finish(core, caller, tx, { ...found, importedRows, submittedRows: found.submittedRows + submitted });
    return 'done';
  });
}

async function saveRows(
  core: Core,
  tx: Executor,
  emit: (effect: Effect) => void,
  found: ImportRecord,
  rows: readonly RowRecord[],
): Promise<number> {
  const mapping = mappingOf(found);
  const wanted: { row: RowRecord; input: CardInput }[] = [];
  for (const row of rows) {
    const parsed = parseRow(valuesOf(openRow(core.ports.cipher, row), mapping, found.defaultEmail));
    if (parsed.success) wanted.push({ row, input: parsed.data });
  }
  if (wanted.length < rows.length) throw new Error(`Import ${found.id}: a line judged to be in order is none`);
  const created = await createCards(
    core,
    tx,
    found.merchantId,
    wanted.map(({ input }) => input),
  );
  await writeRows(
    tx,
    wanted.flatMap(({ row }, index) => {
      const card = created[index];
      return card ? [{ ...row, ...outcomeColumns(card) }] : [];
    }),
  );
  const ids = created.flatMap(({ outcome, cardId }) => (outcome === 'EXISTS' ? [] : [cardId]));
  if (!found.submit || ids.length === 0) return 0;
  const now = core.now();
  // One batch after the other, so that the lane is never full of them.
  const { submitted } = await submitCards(tx, emit, ids, { now, offset: found.submittedRows });
  return submitted;
}

function outcomeColumns(card: CreatedCard) {
  if (card.outcome === 'EXISTS') return { ...rowColumns({ verdict: 'EXISTS', faults: [], other: card.cardId }) };
  const { outcome, cardId, generation } = card;
  return { outcome, cardId, generation };
}

async function finish(core: Core, caller: Caller, tx: Executor, row: ImportRecord): Promise<void> {
  const now = core.now();
  const { id, totalRows, importedRows, submittedRows, createdBy } = row;
  await updateImport(tx, id, { status: 'DONE', finishedTime: now });
  await insertAudit(tx, caller, {
    action: 'cards.imports.run',
    targetType: 'card_import',
    targetId: id,
    result: 'OK',
    detail: { rows: totalRows, imported: importedRows, submitted: submittedRows, uploadedBy: createdBy },
    at: now,
  });
}
