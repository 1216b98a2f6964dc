import { type Kysely, sql } from 'kysely';

/**
 * Files of answers have an end: when the bytes were removed, after how many months. The row stays. The sweep reads along the new index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `ALTER TABLE alert_evidence
    ADD COLUMN removed_time DATETIME(3) NULL,
    ADD COLUMN removed_months SMALLINT NULL,
    ADD KEY k_evidence_kept (removed_time, created_time)`,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('ALTER TABLE alert_evidence DROP KEY k_evidence_kept, DROP COLUMN removed_time, DROP COLUMN removed_months')
    .execute(db);
}
