import type { DB } from '@forewarn/db';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Executor } from '../kernel/context.ts';

export type ImportRecord = Selectable<DB['cardImports']>;

/** Every read starts from one merchant's imports. */
function imports(db: Executor, merchantId: number) {
  return db.selectFrom('cardImports').where('merchantId', '=', merchantId);
}

export async function findImport(db: Executor, merchantId: number, id: string): Promise<ImportRecord | undefined> {
  return imports(db, merchantId).where('id', '=', id).selectAll().executeTakeFirst();
}

/** With its row locked: whoever changes an import or its lines holds it. */
export async function lockImport(db: Executor, merchantId: number, id: string): Promise<ImportRecord | undefined> {
  return imports(db, merchantId).where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
}

export async function importPage(db: Executor, merchantId: number, { page, size }: { page: number; size: number }) {
  const { total } = await imports(db, merchantId)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const records = await imports(db, merchantId)
    .selectAll()
    .orderBy('createdTime', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { total: Number(total), records };
}

/** The same bytes, uploaded since and not imported yet: sent again by a line that broke, or by a second click. */
export async function openTwin(db: Executor, merchantId: number, sha256: Buffer, since: Date) {
  return imports(db, merchantId)
    .where('createdTime', '>', since)
    .where('sha256', '=', sha256)
    .where('status', '=', 'OPEN')
    .select('id')
    .executeTakeFirst();
}

/** How the merchant read the last file with these headers. */
export async function lastMapping(db: Executor, merchantId: number, headerSha256: Buffer): Promise<string | undefined> {
  const row = await imports(db, merchantId)
    .where('headerSha256', '=', headerSha256)
    .select('mapping')
    .orderBy('createdTime', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.mapping;
}

export async function insertImport(db: Executor, row: Insertable<DB['cardImports']>): Promise<void> {
  await db.insertInto('cardImports').values(row).execute();
}

export async function updateImport(db: Executor, id: string, change: Updateable<DB['cardImports']>): Promise<void> {
  await db.updateTable('cardImports').set(change).where('id', '=', id).execute();
}

export async function deleteImport(db: Executor, id: string): Promise<void> {
  await db.deleteFrom('cardImports').where('id', '=', id).execute();
}

/** Begun, not finished, and nobody has worked on them since: their process is gone. */
export async function strandedImports(db: Executor, before: Date) {
  return db
    .selectFrom('cardImports')
    .select(['id', 'merchantId'])
    .where('status', '=', 'RUNNING')
    .where('touchedTime', '<', before)
    .orderBy('touchedTime')
    .limit(10)
    .execute();
}

export async function merchantEmail(db: Executor, merchantId: number): Promise<string> {
  const row = await db.selectFrom('merchants').select('email').where('id', '=', merchantId).executeTakeFirst();
  return row?.email ?? '';
}

/** Forgets the lines of old imports, some imports at a time; answers how many. */
export async function forgetImports(db: Executor, before: Date): Promise<number> {
  const old = await db
    .selectFrom('cardImports')
    .select('id')
    .where('createdTime', '<', before)
    .where('sheetEnc', 'is not', null)
    .where('status', '<>', 'RUNNING')
    .limit(20)
    .execute();
  for (const { id } of old) {
    await db.deleteFrom('cardImportRows').where('importId', '=', id).execute();
    await db.updateTable('cardImports').set({ sheetEnc: null, readyRows: 0 }).where('id', '=', id).execute();
  }
  return old.length;
}
