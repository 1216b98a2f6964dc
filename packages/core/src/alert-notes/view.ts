import { activeColleagues, actorNames } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { iso } from '../kernel/time.ts';
import { type AlertNotes, NOTES_AT_MOST } from './model.ts';
import { type NotesOwner, notePlace, notesQuery } from './store.ts';

/** The notes as one of the merchant's people reads them. */
export async function viewNotes(ctx: Context, readerId: number, owner: NotesOwner): Promise<AlertNotes> {
  const rows = await notesQuery(ctx.db, owner, NOTES_AT_MOST).execute();
  const noted = rows.map((row) => ({ ...row, told: JSON.parse(row.mentions) as number[] }));
  const ids = new Set(noted.flatMap(({ authorId, told }) => [authorId, ...told]));
  const names = await actorNames(
    ctx,
    [...ids].map((id) => `merchant:${id}`),
  );
  const nameOf = (id: number) => names.get(`merchant:${id}`) ?? '–';
  const people = await activeColleagues(ctx, owner.merchantId);
  return {
    notes: noted.map(({ id, noteRef, textEnc, authorId, told, createdTime }) => ({
      id,
      text: ctx.ports.cipher.open(textEnc, notePlace(noteRef)).toString('utf8'),
      author: nameOf(authorId),
      mine: authorId === readerId,
      mentions: told.map(nameOf),
      createdTime: iso(createdTime),
    })),
    people: people.map(({ id, name }) => ({ id, name, me: id === readerId })),
  };
}
