import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

const UP = [
  // A chat group's robot that a merchant has us write to. `channel_ref` is what its sealed address and secret are bound to; `next_slot`
  // paces all workers together: the earliest moment the robot may be written to again.
  `CREATE TABLE merchant_channels (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    merchant_id BIGINT NOT NULL,
    channel_ref CHAR(36) ${KEY} NOT NULL,
    vendor VARCHAR(20) ${KEY} NOT NULL,
    name VARCHAR(60) NOT NULL,
    webhook_enc VARBINARY(1200) NOT NULL,
    webhook_hint VARCHAR(120) NOT NULL,
    secret_enc VARBINARY(400) NULL,
    topics VARCHAR(200) ${KEY} NOT NULL,
    locale VARCHAR(10) ${KEY} NOT NULL,
    enabled TINYINT NOT NULL DEFAULT 1,
    off_reason VARCHAR(20) ${KEY} NULL,
    failures INT NOT NULL DEFAULT 0,
    next_slot DATETIME(3) NOT NULL,
    last_outcome VARCHAR(20) ${KEY} NULL,
    last_reply VARCHAR(500) NOT NULL DEFAULT '',
    last_time DATETIME(3) NULL,
    version INT NOT NULL DEFAULT 1,
    created_by VARCHAR(60) NOT NULL,
    created_time DATETIME(3) NOT NULL,
    updated_time DATETIME(3) NOT NULL,
    UNIQUE KEY uk_channels_ref (channel_ref),
    KEY k_channels_merchant (merchant_id, id),
    CONSTRAINT fk_channels_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
  ) ${TABLE}`,

  `CREATE TABLE channel_messages (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    channel_id BIGINT NOT NULL,
    kind VARCHAR(40) ${KEY} NOT NULL,
    message_key VARCHAR(120) ${KEY} NOT NULL,
    alert_ref BIGINT NULL,
    title VARCHAR(300) NOT NULL DEFAULT '',
    facts_enc MEDIUMBLOB NULL,
    status ENUM('QUEUED','SENT','FAILED') NOT NULL DEFAULT 'QUEUED',
    attempts INT NOT NULL DEFAULT 0,
    slot_time DATETIME(3) NULL,
    reply VARCHAR(500) NOT NULL DEFAULT '',
    created_time DATETIME(3) NOT NULL,
    done_time DATETIME(3) NULL,
    UNIQUE KEY uk_channel_message (channel_id, kind, message_key),
    KEY k_channel_messages_list (channel_id, id),
    KEY k_channel_messages_created (created_time)
  ) ${TABLE}`,

  // What a merchant was told, for the inbox in the app; who hasn't read it yet has a row beside it.
  `CREATE TABLE inbox_messages (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    merchant_id BIGINT NOT NULL,
    kind VARCHAR(40) ${KEY} NOT NULL,
    message_key VARCHAR(120) ${KEY} NOT NULL,
    alert_ref BIGINT NULL,
    card_id BIGINT NULL,
    urgent TINYINT NOT NULL DEFAULT 0,
    facts_enc MEDIUMBLOB NOT NULL,
    created_time DATETIME(3) NOT NULL,
    UNIQUE KEY uk_inbox_message (merchant_id, kind, message_key),
    KEY k_inbox_list (merchant_id, id),
    KEY k_inbox_created (created_time)
  ) ${TABLE}`,
  `CREATE TABLE inbox_unread (
    user_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    PRIMARY KEY (user_id, message_id),
    KEY k_inbox_unread_message (message_id),
    CONSTRAINT fk_inbox_unread FOREIGN KEY (message_id) REFERENCES inbox_messages (id) ON DELETE CASCADE
  ) ${TABLE}`,

  // `digest_week`: the Monday of the last week whose digest was announced.
  `ALTER TABLE merchants
    ADD COLUMN digest TINYINT NOT NULL DEFAULT 1,
    ADD COLUMN digest_week CHAR(10) ${KEY} NOT NULL DEFAULT '',
    ADD KEY k_merchants_digest (time_zone, status, digest, digest_week, id)`,

  // A lane of its own: a robot that hangs can't hold up mails.
  "ALTER TABLE outbox MODIFY lane ENUM('provider','mail','chat') NOT NULL",
];

const DOWN = [
  "DELETE a FROM effect_attempts a JOIN outbox o ON o.id = a.outbox_id WHERE o.lane = 'chat'",
  "DELETE FROM outbox WHERE lane = 'chat'",
  "ALTER TABLE outbox MODIFY lane ENUM('provider','mail') NOT NULL",
  'ALTER TABLE merchants DROP KEY k_merchants_digest, DROP COLUMN digest, DROP COLUMN digest_week',
  ...['inbox_unread', 'inbox_messages', 'channel_messages', 'merchant_channels'].map(
    (table) => `DROP TABLE IF EXISTS ${table}`,
  ),
];

/** Chat robots beside mail, the inbox in the app, and the weekly digest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
