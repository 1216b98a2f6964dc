import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** What looks wrong about sign-ins and acts (A-308, C-164), the counters behind it, and the networks each person signs in from. */
const UP = [
  `CREATE TABLE security_events (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at_time DATETIME(3) NOT NULL,
    kind VARCHAR(40) ${KEY} NOT NULL,
    severity ENUM('INFO','WARNING','CRITICAL') NOT NULL,
    realm ENUM('merchant','staff') NULL,
    subject_id BIGINT NULL,
    subject_name VARCHAR(100) NOT NULL DEFAULT '',
    merchant_id BIGINT NULL,
    ip VARCHAR(45) ${KEY} NOT NULL DEFAULT '',
    user_agent VARCHAR(300) NOT NULL DEFAULT '',
    detail JSON NOT NULL,
    window_key VARCHAR(160) ${KEY} NOT NULL,
    acknowledged_time DATETIME(3) NULL,
    acknowledged_by VARCHAR(60) NOT NULL DEFAULT '',
    acknowledged_name VARCHAR(100) NOT NULL DEFAULT '',
    note VARCHAR(500) NOT NULL DEFAULT '',
    UNIQUE KEY uk_security_window (window_key),
    KEY k_security_time (at_time, id),
    KEY k_security_kind (kind, at_time, id),
    KEY k_security_open (acknowledged_time, at_time, id),
    KEY k_security_subject (realm, subject_id, at_time)
  ) ${TABLE}`,
  `CREATE TABLE security_counters (
    kind VARCHAR(40) ${KEY} NOT NULL,
    subject BINARY(32) NOT NULL,
    window_start DATETIME(3) NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (kind, subject, window_start),
    KEY k_counters_window (window_start)
  ) ${TABLE}`,
  `CREATE TABLE known_networks (
    realm ENUM('merchant','staff') NOT NULL,
    subject_id BIGINT NOT NULL,
    network VARCHAR(45) ${KEY} NOT NULL,
    country CHAR(2) ${KEY} NOT NULL DEFAULT '',
    created_time DATETIME(3) NOT NULL,
    last_seen_time DATETIME(3) NOT NULL,
    PRIMARY KEY (realm, subject_id, network),
    KEY k_networks_seen (last_seen_time)
  ) ${TABLE}`,
];

const DOWN = ['known_networks', 'security_counters', 'security_events'].map((table) => `DROP TABLE IF EXISTS ${table}`);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
