import type { DB } from '@forewarn/db';
import type { Insertable } from 'kysely';
import type { Executor } from '../kernel/context.ts';

/** What a draft's ciphertext is bound to. */
export function draftPlace(alertRef: number, merchantId: number): string {
  return `answer_drafts.content.${alertRef}.${merchantId}`;
}

export async function draftOf(db: Executor, alertRef: number, merchantId: number) {
  return db
    .selectFrom('answerDrafts')
    .selectAll()
    .where('alertRef', '=', alertRef)
    .where('merchantId', '=', merchantId)
    .executeTakeFirst();
}

/** Under the alert's lock, so that of two savings at once each sees the other's version. */
export async function writeDraft(db: Executor, row: Insertable<DB['answerDrafts']>): Promise<void> {
  const { alertRef: _alert, merchantId: _merchant, ...change } = row;
  await db.insertInto('answerDrafts').values(row).onDuplicateKeyUpdate(change).execute();
}

/** All of an alert: it is answered, whoever had begun to. */
export async function deleteDrafts(db: Executor, alertRef: number): Promise<void> {
  await db.deleteFrom('answerDrafts').where('alertRef', '=', alertRef).execute();
}
