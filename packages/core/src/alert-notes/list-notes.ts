import { query } from '../kernel/operation.ts';
import { AlertNotes, NotesInput } from './model.ts';
import { ownNotes } from './own-notes.ts';
import { viewNotes } from './view.ts';

/** What the merchant's people have written to each other about an alert, and whom one may write to. */
export const listNotes = query('alertNotes.list', {
  permission: 'note:view',
  summary: 'Lists the notes of the merchant’s people about an alert, oldest first, and whom one may mention.',
  input: NotesInput,
  output: AlertNotes,
}).run(async (ctx, { id }) => {
  const { userId, owner } = await ownNotes(ctx, id);
  return viewNotes(ctx, userId, owner);
});
