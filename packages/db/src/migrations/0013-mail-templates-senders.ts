import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

const STATEMENTS = [
  // Every saved version of a mail's text; the highest is in force. Without subject and body: back to the built-in text.
  `CREATE TABLE mail_templates (
    kind VARCHAR(32) ${KEY} NOT NULL,
    locale VARCHAR(10) ${KEY} NOT NULL,
    version INT NOT NULL,
    subject VARCHAR(300) NULL,
    body MEDIUMTEXT NULL,
    note VARCHAR(200) NOT NULL DEFAULT '',
    created_by VARCHAR(60) NOT NULL,
    created_time DATETIME(3) NOT NULL,
    fault VARCHAR(300) NULL,
    fault_time DATETIME(3) NULL,
    PRIMARY KEY (kind, locale, version)
  ) ${TABLE}`,

  // Who hands mails on, in the order they are tried: mail servers, or a mail service over HTTP.
  `CREATE TABLE mail_senders (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    place INT NOT NULL,
    name VARCHAR(60) NOT NULL,
    enabled TINYINT NOT NULL DEFAULT 1,
    transport ENUM('SMTP','HTTP') NOT NULL,
    host VARCHAR(255) NOT NULL DEFAULT '',
    port INT NOT NULL DEFAULT 0,
    tls ENUM('IMPLICIT','STARTTLS','NONE') NOT NULL DEFAULT 'STARTTLS',
    url VARCHAR(500) NOT NULL DEFAULT '',
    account VARCHAR(200) NOT NULL DEFAULT '',
    secret_key VARCHAR(36) ${KEY} NOT NULL DEFAULT '',
    secret_enc MEDIUMBLOB NULL,
    from_name VARCHAR(100) NOT NULL DEFAULT '',
    from_address VARCHAR(100) NOT NULL,
    reply_to VARCHAR(100) NOT NULL DEFAULT '',
    connect_seconds INT NOT NULL DEFAULT 10,
    greeting_seconds INT NOT NULL DEFAULT 10,
    socket_seconds INT NOT NULL DEFAULT 20,
    pool_size INT NOT NULL DEFAULT 4,
    rate_per_minute INT NULL,
    version INT NOT NULL DEFAULT 1,
    updated_by VARCHAR(60) NOT NULL,
    updated_time DATETIME(3) NOT NULL,
    rate_minute DATETIME(3) NULL,
    rate_used INT NOT NULL DEFAULT 0,
    last_success_time DATETIME(3) NULL,
    last_error_time DATETIME(3) NULL,
    last_error VARCHAR(500) NULL,
    KEY k_senders_place (place, id)
  ) ${TABLE}`,

  // Who carried a mail, under which name a mail service knows it (document 002 §5.4), and by which text it was written.
  `ALTER TABLE email_messages
    ADD COLUMN sender_id BIGINT NULL AFTER attempts,
    ADD COLUMN email_id VARCHAR(100) NULL AFTER sender_id,
    ADD COLUMN service_status VARCHAR(40) NULL AFTER email_id,
    ADD COLUMN template_version INT NULL AFTER service_status`,
];

/** Texts of mails that can be edited, and who sends them (document 000 §4.6.2, A-232…A-243; document 002 §5.4, C-148…C-151). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`ALTER TABLE email_messages
    DROP COLUMN template_version, DROP COLUMN service_status, DROP COLUMN email_id, DROP COLUMN sender_id`)
    .execute(db);
  for (const table of ['mail_senders', 'mail_templates']) await sql.raw(`DROP TABLE IF EXISTS ${table}`).execute(db);
}
