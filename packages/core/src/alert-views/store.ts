import type { Db, Tx } from '@forewarn/db';
import { isDuplicateKey } from '@forewarn/db';
import { appError } from '../kernel/errors.ts';
import type { ViewSearch } from './model.ts';

interface Reads {
  db: Db | Tx;
}

/** A person's views in their order; at most a few dozen rows by the unique key of user and name. */
export function viewsOf({ db }: Reads, userId: number) {
  return db
    .selectFrom('alertViews')
    .select(['id', 'name', 'position', 'search', 'defaultOf'])
    .where('userId', '=', userId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The person locked, so that two changes at once neither pass the limit nor mix their orders; then the views. */
export async function lockViews(reads: Reads, userId: number) {
  await reads.db.selectFrom('merchantUsers').select('id').where('id', '=', userId).forUpdate().execute();
  return viewsOf(reads, userId);
}

export interface NewView {
  userId: number;
  name: string;
  search: ViewSearch;
  position: number;
}

export async function insertView({ db }: Reads, view: NewView, now: Date): Promise<number> {
  const { insertId } = await db
    .insertInto('alertViews')
    .values({ ...view, search: JSON.stringify(view.search), createdTime: now, updatedTime: now })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

export async function replaceSearch({ db }: Reads, id: number, search: ViewSearch, now: Date): Promise<void> {
  await db
    .updateTable('alertViews')
    .set({ search: JSON.stringify(search), updatedTime: now })
    .where('id', '=', id)
    .execute();
}

/** Errors: `ALERT_VIEW_NAME_TAKEN`. */
export async function renameView({ db }: Reads, id: number, name: string, now: Date): Promise<void> {
  try {
    await db.updateTable('alertViews').set({ name, updatedTime: now }).where('id', '=', id).execute();
  } catch (error) {
    throw isDuplicateKey(error) ? appError('ALERT_VIEW_NAME_TAKEN') : error;
  }
}

export async function deleteView({ db }: Reads, id: number): Promise<void> {
  await db.deleteFrom('alertViews').where('id', '=', id).execute();
}

export async function placeView({ db }: Reads, id: number, position: number): Promise<void> {
  await db.updateTable('alertViews').set({ position }).where('id', '=', id).execute();
}

/** Makes one of the person's views their default, or none. */
export async function setDefaultView({ db }: Reads, userId: number, id: number | null): Promise<void> {
  await db.updateTable('alertViews').set({ defaultOf: null }).where('defaultOf', '=', userId).execute();
  if (id !== null) await db.updateTable('alertViews').set({ defaultOf: userId }).where('id', '=', id).execute();
}
