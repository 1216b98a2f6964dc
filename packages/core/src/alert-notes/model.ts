import { z } from 'zod';
import { Instant } from '../kernel/time.ts';

/** Notes an alert may have; a case that needs more is better talked about. */
export const NOTES_AT_MOST = 200;
export const MENTIONS_AT_MOST = 10;

const Id = z.coerce.number<number | string>().int().positive();

export const NotesInput = z.object({ id: Id });
export const NoteInput = z.object({
  id: Id,
  text: z.string().trim().min(1).max(2000),
  /** The people (users of the same merchant) who are told of it by mail and in the inbox. */
  mentions: z.array(Id).max(MENTIONS_AT_MOST).default([]),
});
export const NoteId = z.object({ id: Id, noteId: Id });

export const AlertNote = z.object({
  id: z.number().int(),
  text: z.string(),
  author: z.string(),
  /** Written by the reader, who alone may take it back. */
  mine: z.boolean(),
  /** Names of who was told. */
  mentions: z.array(z.string()),
  createdTime: Instant,
});
export type AlertNote = z.output<typeof AlertNote>;

export const AlertNotes = z.object({
  /** Oldest first. */
  notes: z.array(AlertNote),
  /** Who can be mentioned or given the alert: the merchant's active people, the reader among them. */
  people: z.array(z.object({ id: z.number().int(), name: z.string(), me: z.boolean() })),
});
export type AlertNotes = z.output<typeof AlertNotes>;
