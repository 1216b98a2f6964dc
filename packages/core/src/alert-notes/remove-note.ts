import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { AlertNotes, NoteId } from './model.ts';
import { ownNotes } from './own-notes.ts';
import { deleteNote } from './store.ts';
import { viewNotes } from './view.ts';

/** Takes one’s own note back, once or again; who was mailed has it all the same. Errors: `ALERT_NOT_FOUND`, `NOTE_OF_OTHER`. */
export const removeNote = command('alertNotes.remove', {
  permission: 'note:write',
  summary: 'Removes a note that the caller has written.',
  input: NoteId,
  output: AlertNotes,
}).run(async (ctx, { id, noteId }) => {
  const { userId, owner } = await ownNotes(ctx, id);
  if ((await deleteNote(ctx.db, owner, userId, noteId)) === 'other') throw appError('NOTE_OF_OTHER');
  ctx.audit({ targetType: 'alert', targetId: id, detail: { noteId } });
  return viewNotes(ctx, userId, owner);
});
