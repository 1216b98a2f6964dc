import type { DB } from '@forewarn/db';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import type { RowFilter } from './model.ts';

export type RowRecord = Selectable<DB['cardImportRows']>;

/** Lines of one statement: some hundred kilobytes. */
const BATCH = 500;

function rowsOf(db: Executor, importId: string, filter: RowFilter = 'ALL') {
  const rows = db.selectFrom('cardImportRows').where('importId', '=', importId);
  switch (filter) {
    case 'READY':
      return rows.where('outcome', 'is', null).where('verdict', 'in', ['READY', 'REOPEN']);
    case 'PROBLEM':
      return rows.where('outcome', 'is', null).where('verdict', 'in', ['ERROR', 'DUPLICATE', 'EXISTS']);
    case 'IMPORTED':
      return rows.where('outcome', 'in', ['CREATED', 'REOPENED']);
    default:
      return rows;
  }
}

/** Lines in the order of the file; all of them, or so many. */
export async function importRows(db: Executor, importId: string, filter?: RowFilter, limit?: number) {
  const rows = rowsOf(db, importId, filter).selectAll().orderBy('line');
  return limit === undefined ? rows.execute() : rows.limit(limit).execute();
}

export async function importRow(db: Executor, importId: string, line: number): Promise<RowRecord | undefined> {
  return rowsOf(db, importId).where('line', '=', line).selectAll().executeTakeFirst();
}

export async function rowPage(db: Executor, importId: string, filter: RowFilter, page: { page: number; size: number }) {
  const rows = rowsOf(db, importId, filter);
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const records = await rows
    .selectAll()
    .orderBy('line')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { total: Number(total), records };
}

/** How many lines have this verdict and outcome. */
export async function tallies(db: Executor, importId: string) {
  const rows = await db
    .selectFrom('cardImportRows')
    .where('importId', '=', importId)
    .groupBy(['outcome', 'verdict'])
    .select((eb) => ['outcome', 'verdict', eb.fn.countAll<number>().as('count')])
    .execute();
  return rows.map(({ outcome, verdict, count }) => ({ outcome, verdict, count: Number(count) }));
}

/** Writes lines whole, new or known, a few hundred a statement. */
export async function writeRows(db: Executor, rows: readonly Insertable<DB['cardImportRows']>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await db
      .insertInto('cardImportRows')
      .values(rows.slice(at, at + BATCH))
      .onDuplicateKeyUpdate({
        cellsEnc: sql`VALUES(cells_enc)`,
        verdict: sql`VALUES(verdict)`,
        faults: sql`VALUES(faults)`,
        other: sql`VALUES(other)`,
        outcome: sql`VALUES(outcome)`,
        cardId: sql`VALUES(card_id)`,
        generation: sql`VALUES(generation)`,
      })
      .execute();
  }
}

/** Saved cards of the import that have not been submitted, by whomever, since. */
export async function undoableRows(db: Executor, importId: string): Promise<number> {
  const row = await db
    .selectFrom('cardImportRows as r')
    .innerJoin('merchantCards as c', 'c.id', 'r.cardId')
    .where('r.importId', '=', importId)
    .where('r.outcome', 'in', ['CREATED', 'REOPENED'])
    .where('c.state', '=', 'SAVED')
    .where('c.generation', '=', (eb) => eb.ref('r.generation'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
