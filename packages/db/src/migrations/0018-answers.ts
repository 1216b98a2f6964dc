import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** Every index over the generated column is kept: the one statement changes the column in place in the copied table. */
const needsAnswer = (more: string) => `ALTER TABLE chargeback_alerts MODIFY COLUMN needs_answer TINYINT AS
  (CASE WHEN process_status = 'PENDING' AND hold_reason IS NULL AND match_status <> 'UNMATCHED' AND program = 'ETHOCA'${more} THEN 1 ELSE 0 END) STORED`;

const STATEMENTS = [
  // An alert whose deadline has passed unanswered leaves what needs an answer.
  needsAnswer(` AND feedback_status <> 'EXPIRED'`),

  `CREATE TABLE answer_drafts (
    alert_ref BIGINT NOT NULL,
    merchant_id BIGINT NOT NULL,
    version INT NOT NULL,
    content_enc MEDIUMBLOB NOT NULL,
    saved_by VARCHAR(60) ${KEY} NOT NULL,
    saved_time DATETIME(3) NOT NULL,
    PRIMARY KEY (alert_ref, merchant_id),
    CONSTRAINT fk_drafts_alert FOREIGN KEY (alert_ref) REFERENCES chargeback_alerts (id),
    CONSTRAINT fk_drafts_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
  ) ${TABLE}`,

  `CREATE TABLE answer_snippets (
    id CHAR(36) ${KEY} NOT NULL PRIMARY KEY,
    merchant_id BIGINT NOT NULL,
    action VARCHAR(50) ${KEY} NOT NULL,
    text_enc BLOB NOT NULL,
    kept TINYINT NOT NULL DEFAULT 0,
    used_time DATETIME(3) NOT NULL,
    KEY k_snippets_merchant (merchant_id, used_time, id),
    CONSTRAINT fk_snippets_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
  ) ${TABLE}`,
];

/**
 * Drafts of answers and remembered reasons, both sealed; and the deadline nobody met: `EXPIRED` with the alert still PENDING no longer
 * needs an answer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP TABLE IF EXISTS answer_snippets').execute(db);
  await sql.raw('DROP TABLE IF EXISTS answer_drafts').execute(db);
  await sql.raw(needsAnswer('')).execute(db);
}
