import type { DB } from '@forewarn/db';
import type { Insertable } from 'kysely';
import type { Executor } from '../kernel/context.ts';

/** Whose notes: the alert's, as long as it is this merchant's. */
export interface NotesOwner {
  alertRef: number;
  merchantId: number;
}

/** What a note's sealed text is bound to. */
export function notePlace(noteRef: string): string {
  return `alert_notes.text.${noteRef}`;
}

/** Oldest first; exported for the EXPLAIN test. */
export function notesQuery(db: Executor, { alertRef, merchantId }: NotesOwner, most: number) {
  return db
    .selectFrom('alertNotes')
    .selectAll()
    .where('alertRef', '=', alertRef)
    .where('merchantId', '=', merchantId)
    .orderBy('id')
    .limit(most);
}

export async function insertNote(db: Executor, row: Insertable<DB['alertNotes']>): Promise<number> {
  const { insertId } = await db.insertInto('alertNotes').values(row).executeTakeFirstOrThrow();
  return Number(insertId);
}

/** `gone`: there is no such note (any more); `other`: somebody else has written it. */
export async function deleteNote(
  db: Executor,
  { alertRef, merchantId }: NotesOwner,
  authorId: number,
  id: number,
): Promise<'deleted' | 'gone' | 'other'> {
  const note = await notesQuery(db, { alertRef, merchantId }, 1).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!note) return 'gone';
  if (note.authorId !== authorId) return 'other';
  await db.deleteFrom('alertNotes').where('id', '=', id).execute();
  return 'deleted';
}
