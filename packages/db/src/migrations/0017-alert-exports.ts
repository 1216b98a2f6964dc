import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/**
 * Exports that are made in the background. The file lies in the file store, in `parts`: for each part the try that wrote it.
 * `slot`: one of the few places an owner has for exports under way; NULL once it isn't. `next_time`: when the worker has to look at it
 * next, be it to go on, to clean up or because it has expired.
 */
const UP = [
  `CREATE TABLE export_jobs (
    id CHAR(36) ${KEY} NOT NULL PRIMARY KEY,
    owner_realm ENUM('merchant','staff') NOT NULL,
    owner_id BIGINT NOT NULL,
    merchant_id BIGINT NULL,
    slot_owner VARCHAR(40) ${KEY} NOT NULL,
    slot TINYINT NULL,
    status ENUM('QUEUED','RUNNING','DONE','FAILED','CANCELLED','EXPIRED') NOT NULL DEFAULT 'QUEUED',
    format ENUM('csv','xlsx') NOT NULL,
    locale VARCHAR(10) NOT NULL,
    time_zone VARCHAR(50) NOT NULL,
    filter JSON NOT NULL,
    position VARCHAR(300) NULL,
    total_rows INT NOT NULL DEFAULT 0,
    done_rows INT NOT NULL DEFAULT 0,
    cut TINYINT NOT NULL DEFAULT 0,
    parts JSON NOT NULL,
    crc BIGINT NOT NULL DEFAULT 0,
    plain_size BIGINT NOT NULL DEFAULT 0,
    packed_size BIGINT NOT NULL DEFAULT 0,
    tries INT NOT NULL DEFAULT 0,
    lease_token CHAR(36) ${KEY} NULL,
    next_time DATETIME(3) NULL,
    created_time DATETIME(3) NOT NULL,
    finished_time DATETIME(3) NULL,
    expires_time DATETIME(3) NULL,
    UNIQUE KEY uk_export_slot (slot_owner, slot),
    KEY k_export_owner (owner_realm, owner_id, created_time, id),
    KEY k_export_due (next_time),
    KEY k_export_created (created_time),
    CONSTRAINT fk_export_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
  ) ${TABLE}`,
];

const DOWN = ['DROP TABLE IF EXISTS export_jobs'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
