import { type Kysely, sql } from 'kysely';

/** When an enrolment's result came, so that many at once are told in one message. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'ALTER TABLE merchant_cards ADD COLUMN result_time DATETIME(3) NULL, ADD KEY k_cards_result (merchant_id, result_time)',
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  // The foreign key on merchant_id has found another index before; it still has the unique one.
  await sql.raw('ALTER TABLE merchant_cards DROP KEY k_cards_result, DROP COLUMN result_time').execute(db);
}
