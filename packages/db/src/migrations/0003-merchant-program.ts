import { type Kysely, sql } from 'kysely';

/** A merchant's alerts of one program, newest first: without it a program the merchant hasn't had is looked for in all its alerts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'ALTER TABLE chargeback_alerts ADD KEY idx_merchant_program (merchant_id, program, alert_time, id, hold_reason)',
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('ALTER TABLE chargeback_alerts DROP KEY idx_merchant_program').execute(db);
}
