import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/**
 * Notifications (document 000 §4.2.3): where and when a merchant wants to be told, links that answer an alert from its mail, and what
 * became of each mail. A merchant without a row has the defaults. Times of day are minutes after midnight in the merchant's zone.
 */
const UP = [
  `CREATE TABLE notification_settings (
    merchant_id BIGINT NOT NULL PRIMARY KEY,
    main_email VARCHAR(100) NOT NULL,
    backup_emails JSON NOT NULL,
    window_start SMALLINT NULL,
    window_end SMALLINT NULL,
    urgent_pierces TINYINT NOT NULL DEFAULT 1,
    locale VARCHAR(10) ${KEY} NULL,
    time_zone VARCHAR(50) ${KEY} NULL,
    answer_needs_sign_in TINYINT NOT NULL DEFAULT 0,
    remind_half TINYINT NOT NULL DEFAULT 1,
    remind_late TINYINT NOT NULL DEFAULT 1,
    remind_last TINYINT NOT NULL DEFAULT 1,
    version INT NOT NULL DEFAULT 1,
    updated_by VARCHAR(60) NOT NULL,
    updated_time DATETIME(3) NOT NULL,
    CONSTRAINT fk_notification_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
  ) ${TABLE}`,

  `CREATE TABLE answer_links (
    token_hash BINARY(32) NOT NULL PRIMARY KEY,
    alert_ref BIGINT NOT NULL,
    merchant_id BIGINT NOT NULL,
    recipient VARCHAR(100) NOT NULL,
    created_time DATETIME(3) NOT NULL,
    expires_time DATETIME(3) NOT NULL,
    used_time DATETIME(3) NULL,
    KEY k_answer_links_alert (alert_ref),
    KEY k_answer_links_expires (expires_time)
  ) ${TABLE}`,

  `CREATE TABLE mail_troubles (
    merchant_id BIGINT NOT NULL,
    recipient VARCHAR(100) NOT NULL,
    since_time DATETIME(3) NOT NULL,
    last_time DATETIME(3) NOT NULL,
    server_reply VARCHAR(500) NOT NULL DEFAULT '',
    PRIMARY KEY (merchant_id, recipient)
  ) ${TABLE}`,

  `ALTER TABLE email_messages
    MODIFY status ENUM('QUEUED','SENT','FAILED','SUPPRESSED','BOUNCED') NOT NULL DEFAULT 'QUEUED',
    ADD COLUMN send_after DATETIME(3) NULL,
    ADD COLUMN bounced_time DATETIME(3) NULL,
    ADD COLUMN resends INT NOT NULL DEFAULT 0,
    ADD KEY k_email_recipient (recipient, created_time, id),
    ADD KEY k_email_time (created_time, id),
    ADD KEY k_email_kind (kind, created_time, id)`,
];

const DOWN = [
  "UPDATE email_messages SET status = 'FAILED' WHERE status = 'BOUNCED'",
  `ALTER TABLE email_messages
    DROP KEY k_email_kind, DROP KEY k_email_time, DROP KEY k_email_recipient,
    DROP COLUMN send_after, DROP COLUMN bounced_time, DROP COLUMN resends,
    MODIFY status ENUM('QUEUED','SENT','FAILED','SUPPRESSED') NOT NULL DEFAULT 'QUEUED'`,
  'DROP TABLE IF EXISTS mail_troubles',
  'DROP TABLE IF EXISTS answer_links',
  'DROP TABLE IF EXISTS notification_settings',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
