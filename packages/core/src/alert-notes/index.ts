export { addNote } from './add-note.ts';
export { listNotes } from './list-notes.ts';
export { removeNote } from './remove-note.ts';
export { notePlace } from './store.ts';
