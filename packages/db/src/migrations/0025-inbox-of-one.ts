import { type Kysely, sql } from 'kysely';

/** A message may be one person's alone (`user_id`): colleagues neither see nor count it. In the list's index, so that counting stays within it. */
const UP =
  'ALTER TABLE inbox_messages ADD COLUMN user_id BIGINT NULL, DROP KEY k_inbox_list, ADD KEY k_inbox_list (merchant_id, id, user_id)';

/** Without the column everybody would see what was one person's. */
const DOWN = [
  'DELETE FROM inbox_messages WHERE user_id IS NOT NULL',
  'ALTER TABLE inbox_messages DROP KEY k_inbox_list, ADD KEY k_inbox_list (merchant_id, id), DROP COLUMN user_id',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UP).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
