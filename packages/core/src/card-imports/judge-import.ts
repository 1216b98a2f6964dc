import { cardsByKey } from '../cards/index.ts';
import type { Core, Executor } from '../kernel/context.ts';
import { type Judgement, judgeRows, parseRow } from './judge.ts';
import type { Mapping } from './mapping.ts';
import { importRows, type RowRecord, tallies, writeRows } from './row-store.ts';
import { openRow } from './sealed.ts';
import { type ImportRecord, updateImport } from './store.ts';
import { type RowContent, valuesOf } from './values.ts';

interface Judged {
  line: number;
  content: RowContent;
}
type Reading = Pick<ImportRecord, 'merchantId' | 'defaultEmail'> & { mapping: Mapping };

/** What becomes of these lines as things stand now. */
export async function judge(db: Executor, reading: Reading, rows: readonly Judged[]): Promise<Judgement[]> {
  const lines = rows.map(({ line, content }) => ({
    line,
    values: valuesOf(content, reading.mapping, reading.defaultEmail),
  }));
  const keys = lines.flatMap(({ values }) => parseRow(values).data ?? []);
  return judgeRows(lines, await cardsByKey(db, reading.merchantId, keys));
}

/** Judges every line that is no card yet again, and writes those that came out differently; counts anew. */
export async function judgeAgain(core: Pick<Core, 'ports' | 'now'>, db: Executor, row: ImportRecord, reading: Reading) {
  const { cipher } = core.ports;
  const stored = (await importRows(db, row.id)).filter(({ outcome }) => outcome === null);
  const judged = await judge(
    db,
    reading,
    stored.map((one) => ({ line: one.line, content: openRow(cipher, one) })),
  );
  const changed = stored.flatMap((one, index) => {
    const next = rowColumns(judged[index]);
    return next && differs(one, next) ? [{ ...one, ...next }] : [];
  });
  await writeRows(db, changed);
  return recount(core, db, row.id);
}

export function rowColumns(judgement: Judgement | undefined) {
  if (!judgement) return undefined;
  const { verdict, faults, other } = judgement;
  return { verdict, faults: JSON.stringify(faults), other };
}

function differs(one: RowRecord, next: NonNullable<ReturnType<typeof rowColumns>>): boolean {
  return one.verdict !== next.verdict || one.other !== next.other || one.faults !== next.faults;
}

/** Brings the import's own counts up to date. */
export async function recount({ now }: Pick<Core, 'now'>, db: Executor, id: string) {
  const counted = await tallies(db, id);
  const sum = (of: (row: (typeof counted)[number]) => boolean) =>
    counted.filter(of).reduce((total, { count }) => total + count, 0);
  const counts = {
    readyRows: sum(({ outcome, verdict }) => outcome === null && (verdict === 'READY' || verdict === 'REOPEN')),
    importedRows: sum(({ outcome }) => outcome !== null),
  };
  await updateImport(db, id, { ...counts, touchedTime: now() });
  return counts;
}
