import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

/**
 * Evidence of answers (document 000 §4.4.3): what is known of each file; its sealed bytes are in the file store. A file belongs to
 * the merchant the alert belonged to when it was uploaded, so that an alert assigned anew doesn't take it along.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE alert_evidence (
    id CHAR(36) ${KEY} NOT NULL PRIMARY KEY,
    alert_ref BIGINT NOT NULL,
    merchant_id BIGINT NOT NULL,
    file_name VARCHAR(255) NOT NULL,
    content_type ENUM('application/pdf','image/jpeg','image/png') NOT NULL,
    size INT NOT NULL,
    sha256 BINARY(32) NOT NULL,
    storage_key VARCHAR(120) ${KEY} NOT NULL,
    uploaded_by VARCHAR(60) NOT NULL,
    created_time DATETIME(3) NOT NULL,
    feedback_id BIGINT NULL,
    UNIQUE KEY uk_evidence_content (alert_ref, merchant_id, sha256),
    UNIQUE KEY uk_evidence_storage (storage_key),
    KEY k_evidence_merchant (merchant_id, created_time),
    KEY k_evidence_feedback (feedback_id),
    CONSTRAINT fk_evidence_alert FOREIGN KEY (alert_ref) REFERENCES chargeback_alerts (id),
    CONSTRAINT fk_evidence_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id),
    CONSTRAINT fk_evidence_feedback FOREIGN KEY (feedback_id) REFERENCES alert_feedbacks (id)
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP TABLE IF EXISTS alert_evidence').execute(db);
}
