import { activeColleagues } from '../accounts/index.ts';
import { ownAlertFacts } from '../alerts/index.ts';
import { actorName } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { mailQueue } from '../notifications/index.ts';
import { tellColleagues } from '../telling/index.ts';
import { AlertNotes, NOTES_AT_MOST, NoteInput } from './model.ts';
import { ownNotes } from './own-notes.ts';
import { insertNote, notePlace, notesQuery } from './store.ts';
import { viewNotes } from './view.ts';

/**
 * Writes a note; whoever it names is told by mail and in the inbox. Errors: `ALERT_NOT_FOUND`, `COLLEAGUE_NOT_FOUND` (somebody who isn't of
 * the company or can't sign in), `NOTES_TOO_MANY`.
 */
export const addNote = command('alertNotes.add', {
  permission: 'note:write',
  summary: 'Adds a note about an alert for the merchant’s own people and tells those it mentions.',
  input: NoteInput,
  output: AlertNotes,
}).run(async (ctx, { id, text, mentions }) => {
  const { userId, owner, alert } = await ownNotes(ctx, id);
  const told = [...new Set(mentions)];
  const people = new Set((await activeColleagues(ctx, owner.merchantId)).map((person) => person.id));
  if (told.some((person) => !people.has(person))) throw appError('COLLEAGUE_NOT_FOUND', { field: 'mentions' });
  const known = await notesQuery(ctx.db, owner, NOTES_AT_MOST).execute();
  if (known.length >= NOTES_AT_MOST) throw appError('NOTES_TOO_MANY', { limit: NOTES_AT_MOST });

  const now = ctx.now();
  const noteRef = uuidv7(now);
  const noteId = await insertNote(ctx.db, {
    ...owner,
    noteRef,
    authorId: userId,
    textEnc: ctx.ports.cipher.seal(text, notePlace(noteRef)),
    mentions: JSON.stringify(told),
    createdTime: now,
  });
  await tellColleagues(mailQueue(ctx, ctx.db, ctx.emit), {
    merchantId: owner.merchantId,
    userIds: told.filter((person) => person !== userId),
    kind: 'alert.mentioned',
    key: `note-${noteId}`,
    alertRef: alert.id,
    facts: (_locale, timeZone) => ({ by: actorName(ctx.actor), ...ownAlertFacts(ctx, alert, timeZone), note: text }),
  });
  ctx.audit({ targetType: 'alert', targetId: id, detail: { noteId, mentions: told } });
  return viewNotes(ctx, userId, owner);
});
