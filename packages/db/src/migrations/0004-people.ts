import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
const SEARCH = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci';

const SECOND_FACTOR = `totp_secret_enc VARBINARY(400) NULL,
    totp_enabled_time DATETIME(3) NULL,
    totp_last_step BIGINT NOT NULL DEFAULT 0,`;

/**
 * People (document 000 §4.1, document 002 §6): a merchant's users with its owner among them, staff by invitation, roles whose
 * permissions can be changed, links sent by mail, devices that are known, second factors.
 *
 * The owners keep the numbers their merchants had, so that sessions and histories written before stay theirs. The document's column
 * `merchants.password_hash` stays in the table and holds no password any more.
 */
const UP = [
  `CREATE TABLE merchant_users (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    merchant_id BIGINT NOT NULL,
    role ENUM('OWNER','MANAGER','HANDLER','VIEWER') NOT NULL,
    owner_of BIGINT AS (CASE WHEN role = 'OWNER' THEN merchant_id END) STORED,
    name VARCHAR(100) ${SEARCH} NOT NULL,
    email VARCHAR(100) NOT NULL,
    phone VARCHAR(20) NULL,
    phone_norm VARCHAR(20) ${KEY} NULL,
    password_hash VARCHAR(255) NULL,
    status ENUM('INVITED','ACTIVE','DISABLED') NOT NULL DEFAULT 'ACTIVE',
    locale VARCHAR(10) ${KEY} NOT NULL DEFAULT 'zh-CN',
    ${SECOND_FACTOR}
    version INT NOT NULL DEFAULT 1,
    created_by VARCHAR(60) NOT NULL DEFAULT '',
    created_time DATETIME(3) NOT NULL,
    updated_time DATETIME(3) NOT NULL,
    last_login_time DATETIME(3) NULL,
    UNIQUE KEY uk_users_email (email),
    UNIQUE KEY uk_users_phone (phone_norm),
    UNIQUE KEY uk_users_owner (owner_of),
    KEY k_users_merchant (merchant_id, id),
    CONSTRAINT fk_users_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
  ) ${TABLE}`,
  `INSERT INTO merchant_users (id, merchant_id, role, name, email, phone, phone_norm, password_hash, status, locale, created_time, updated_time, last_login_time)
    SELECT id, id, 'OWNER', contact_person, email, phone, phone_norm, password_hash, 'ACTIVE', locale, created_time, updated_time, last_login_time FROM merchants`,
  "UPDATE merchants SET password_hash = '!'",
  "ALTER TABLE merchants MODIFY password_hash VARCHAR(255) NOT NULL DEFAULT '!', ADD COLUMN activated_time DATETIME(3) NULL, ADD COLUMN status_reason VARCHAR(500) NULL",
  "UPDATE merchants SET activated_time = created_time WHERE status <> 'PENDING'",

  `CREATE TABLE teams (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    parent_id BIGINT NULL,
    created_time DATETIME(3) NOT NULL,
    UNIQUE KEY uk_teams_name (name),
    CONSTRAINT fk_teams_parent FOREIGN KEY (parent_id) REFERENCES teams (id)
  ) ${TABLE}`,
  `ALTER TABLE staff_users
    MODIFY password_hash VARCHAR(255) NULL,
    MODIFY status ENUM('INVITED','ACTIVE','DISABLED') NOT NULL DEFAULT 'ACTIVE',
    ADD COLUMN phone VARCHAR(20) NULL AFTER email,
    ADD COLUMN team_id BIGINT NULL,
    ADD COLUMN external_id VARCHAR(100) NULL,
    ADD COLUMN totp_secret_enc VARBINARY(400) NULL,
    ADD COLUMN totp_enabled_time DATETIME(3) NULL,
    ADD COLUMN totp_last_step BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN version INT NOT NULL DEFAULT 1,
    ADD COLUMN created_by VARCHAR(60) NOT NULL DEFAULT '',
    ADD UNIQUE KEY uk_staff_external (external_id),
    ADD KEY k_staff_team (team_id),
    ADD CONSTRAINT fk_staff_team FOREIGN KEY (team_id) REFERENCES teams (id)`,

  `CREATE TABLE staff_roles (
    code VARCHAR(40) ${KEY} NOT NULL PRIMARY KEY,
    name VARCHAR(100) NOT NULL DEFAULT '',
    grants JSON NOT NULL,
    require_totp TINYINT NOT NULL DEFAULT 0,
    version INT NOT NULL DEFAULT 1,
    updated_by VARCHAR(60) NOT NULL,
    updated_time DATETIME(3) NOT NULL
  ) ${TABLE}`,

  `CREATE TABLE recovery_codes (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    realm ENUM('merchant','staff') NOT NULL,
    subject_id BIGINT NOT NULL,
    code_hash BINARY(32) NOT NULL,
    created_time DATETIME(3) NOT NULL,
    used_time DATETIME(3) NULL,
    UNIQUE KEY uk_recovery (realm, subject_id, code_hash)
  ) ${TABLE}`,

  `CREATE TABLE action_links (
    token_hash BINARY(32) NOT NULL PRIMARY KEY,
    purpose ENUM('ACTIVATE','RESET','INVITE','EMAIL') NOT NULL,
    realm ENUM('merchant','staff') NOT NULL,
    subject_id BIGINT NOT NULL,
    data_enc VARBINARY(1000) NULL,
    created_time DATETIME(3) NOT NULL,
    expires_time DATETIME(3) NOT NULL,
    used_time DATETIME(3) NULL,
    replaced_time DATETIME(3) NULL,
    KEY k_links_subject (realm, subject_id, purpose, created_time),
    KEY k_links_expires (expires_time)
  ) ${TABLE}`,

  `CREATE TABLE known_devices (
    realm ENUM('merchant','staff') NOT NULL,
    subject_id BIGINT NOT NULL,
    device_hash BINARY(32) NOT NULL,
    user_agent VARCHAR(300) NOT NULL DEFAULT '',
    ip VARCHAR(45) ${KEY} NOT NULL DEFAULT '',
    created_time DATETIME(3) NOT NULL,
    last_seen_time DATETIME(3) NOT NULL,
    PRIMARY KEY (realm, subject_id, device_hash),
    KEY k_devices_seen (last_seen_time)
  ) ${TABLE}`,

  "ALTER TABLE sessions ADD COLUMN device_hash BINARY(32) NULL, ADD COLUMN last_ip VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''",
  'UPDATE sessions SET last_ip = ip',

  'ALTER TABLE email_messages ADD COLUMN secret_enc VARBINARY(2000) NULL',
];

const DOWN = [
  'ALTER TABLE email_messages DROP COLUMN secret_enc',
  'ALTER TABLE sessions DROP COLUMN device_hash, DROP COLUMN last_ip',
  'DROP TABLE IF EXISTS known_devices',
  'DROP TABLE IF EXISTS action_links',
  'DROP TABLE IF EXISTS recovery_codes',
  'DROP TABLE IF EXISTS staff_roles',
  "UPDATE staff_users SET password_hash = '!' WHERE password_hash IS NULL",
  "UPDATE staff_users SET status = 'DISABLED' WHERE status = 'INVITED'",
  'ALTER TABLE staff_users DROP FOREIGN KEY fk_staff_team',
  `ALTER TABLE staff_users DROP KEY k_staff_team, DROP KEY uk_staff_external, DROP COLUMN phone, DROP COLUMN team_id, DROP COLUMN external_id,
    DROP COLUMN totp_secret_enc, DROP COLUMN totp_enabled_time, DROP COLUMN totp_last_step, DROP COLUMN version, DROP COLUMN created_by,
    MODIFY password_hash VARCHAR(255) NOT NULL, MODIFY status ENUM('ACTIVE','DISABLED') NOT NULL DEFAULT 'ACTIVE'`,
  'DROP TABLE IF EXISTS teams',
  "UPDATE merchants m JOIN merchant_users u ON u.owner_of = m.id SET m.password_hash = COALESCE(u.password_hash, '!')",
  'ALTER TABLE merchants MODIFY password_hash VARCHAR(255) NOT NULL, DROP COLUMN activated_time, DROP COLUMN status_reason',
  'DROP TABLE IF EXISTS merchant_users',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
