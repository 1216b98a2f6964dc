import type { DB } from '@forewarn/db';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Executor } from '../kernel/context.ts';

export type SnippetRow = Selectable<DB['answerSnippets']>;

/** What a reason's ciphertext is bound to. */
export function snippetPlace(id: string): string {
  return `answer_snippets.text.${id}`;
}

/** All of a merchant, the last used first; never more than a few dozen. */
export async function snippetRows(db: Executor, merchantId: number): Promise<SnippetRow[]> {
  return snippetsOf(db, merchantId).execute();
}

/** Exported for the EXPLAIN test. */
export function snippetsOf(db: Executor, merchantId: number) {
  return db
    .selectFrom('answerSnippets')
    .selectAll()
    .where('merchantId', '=', merchantId)
    .orderBy('usedTime', 'desc')
    .orderBy('id', 'desc')
    .limit(100);
}

export async function insertSnippet(db: Executor, row: Insertable<DB['answerSnippets']>): Promise<void> {
  await db.insertInto('answerSnippets').values(row).execute();
}

export async function updateSnippet(db: Executor, id: string, change: Updateable<DB['answerSnippets']>): Promise<void> {
  await db.updateTable('answerSnippets').set(change).where('id', '=', id).execute();
}

export async function deleteSnippets(db: Executor, merchantId: number, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const result = await db
    .deleteFrom('answerSnippets')
    .where('merchantId', '=', merchantId)
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
