import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

/** What a merchant's people write to each other about an alert; a note stays with the merchant that had the alert when it was written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE alert_notes (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    note_ref CHAR(36) ${KEY} NOT NULL,
    alert_ref BIGINT NOT NULL,
    merchant_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    text_enc BLOB NOT NULL,
    mentions JSON NOT NULL,
    created_time DATETIME(3) NOT NULL,
    UNIQUE KEY uk_note_ref (note_ref),
    KEY k_notes_alert (alert_ref, merchant_id, id),
    CONSTRAINT fk_notes_alert FOREIGN KEY (alert_ref) REFERENCES chargeback_alerts (id),
    CONSTRAINT fk_notes_author FOREIGN KEY (author_id) REFERENCES merchant_users (id)
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP TABLE IF EXISTS alert_notes').execute(db);
}
