import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/**
 * The audit log's chain: beside the log, so that nothing ever waits for it or changes a log row. Links and checkpoints are only
 * inserted; `audit_duties` holds who does what next and is the one table here that is updated.
 */
const UP = [
  `CREATE TABLE audit_chain (
    seq BIGINT NOT NULL PRIMARY KEY,
    audit_id BIGINT NOT NULL,
    prev_hash BINARY(32) NOT NULL,
    hash BINARY(32) NOT NULL,
    key_id VARCHAR(40) ${KEY} NOT NULL,
    chained_time DATETIME(3) NOT NULL,
    UNIQUE KEY uk_chain_audit (audit_id),
    KEY k_chain_time (chained_time)
  ) ${TABLE}`,

  `CREATE TABLE audit_checkpoints (
    seq BIGINT NOT NULL PRIMARY KEY,
    hash BINARY(32) NOT NULL,
    key_id VARCHAR(40) ${KEY} NOT NULL,
    signature BINARY(32) NOT NULL,
    made_time DATETIME(3) NOT NULL
  ) ${TABLE}`,

  `CREATE TABLE audit_duties (
    name VARCHAR(20) ${KEY} NOT NULL PRIMARY KEY,
    next_time DATETIME(3) NOT NULL
  ) ${TABLE}`,
  `INSERT INTO audit_duties (name, next_time)
    VALUES ('chain', '2000-01-01'), ('late', '2000-01-01'), ('checkpoint', '2000-01-01'),
      ('verify', UTC_TIMESTAMP(3) + INTERVAL 1 DAY)`,

  `ALTER TABLE audit_logs
    ADD COLUMN failed TINYINT AS (CASE WHEN result = 'OK' THEN 0 ELSE 1 END) STORED,
    ADD KEY k_audit_actor (actor_kind, actor_id, at_time, id),
    ADD KEY k_audit_actor_kind (actor_kind, at_time, id),
    ADD KEY k_audit_actor_name (actor_name, at_time, id),
    ADD KEY k_audit_target_type (target_type, at_time, id),
    ADD KEY k_audit_result (result, at_time, id),
    ADD KEY k_audit_failed (failed, at_time, id),
    ADD KEY k_audit_ip (ip, at_time, id),
    ADD KEY k_audit_request (request_id, at_time, id)`,
];

const DOWN = [
  `ALTER TABLE audit_logs
    DROP KEY k_audit_actor, DROP KEY k_audit_actor_kind, DROP KEY k_audit_actor_name, DROP KEY k_audit_target_type,
    DROP KEY k_audit_result, DROP KEY k_audit_failed, DROP KEY k_audit_ip, DROP KEY k_audit_request, DROP COLUMN failed`,
  'DROP TABLE IF EXISTS audit_duties',
  'DROP TABLE IF EXISTS audit_checkpoints',
  'DROP TABLE IF EXISTS audit_chain',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
