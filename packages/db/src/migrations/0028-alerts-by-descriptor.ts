import { type Kysely, sql } from 'kysely';

/** A merchant's alerts of one descriptor, by time: the newest of a shop that closed years ago are the first entries of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `ALTER TABLE chargeback_alerts
    DROP KEY idx_merchant_descriptor,
    ADD KEY idx_merchant_descriptor (merchant_id, descriptor, alert_time, id, hold_reason, facets)`,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'ALTER TABLE chargeback_alerts DROP KEY idx_merchant_descriptor, ADD KEY idx_merchant_descriptor (merchant_id, descriptor)',
    )
    .execute(db);
}
