import type { Actor } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { type AlertView, ViewSearch } from './model.ts';

/** Whose views they are. Errors: `FORBIDDEN`: only a merchant's people have some. */
export function ownerOf({ actor }: { actor: Actor }): number {
  if (actor.kind !== 'merchant') throw appError('FORBIDDEN');
  return actor.id;
}

/** A row as it leaves; one that can't be read any more shows the list without filters instead of breaking it. */
export function toView(row: { id: number; name: string; search: string; defaultOf: number | null }): AlertView {
  return { id: row.id, name: row.name, search: readSearch(row.search), isDefault: row.defaultOf !== null };
}

function readSearch(text: string): ViewSearch {
  try {
    return ViewSearch.catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}
