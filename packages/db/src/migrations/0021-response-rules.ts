import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

const UP = [
  // A merchant's own rule: which alerts, what it answers, and whether it does. `content_sha256` is of what decides an answer.
  `CREATE TABLE response_rules (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    merchant_id BIGINT NOT NULL,
    position INT NOT NULL,
    name VARCHAR(60) NOT NULL,
    state ENUM('DRAFT','ON','PAUSED') NOT NULL DEFAULT 'DRAFT',
    paused_by VARCHAR(20) ${KEY} NULL,
    mode ENUM('SUGGEST','ANSWER') NOT NULL,
    minutes_before INT NOT NULL,
    conditions JSON NOT NULL,
    action VARCHAR(50) ${KEY} NOT NULL,
    reason VARCHAR(500) NOT NULL,
    daily_count INT NOT NULL,
    daily_sum DECIMAL(19,4) NULL,
    content_sha256 BINARY(32) NOT NULL,
    switched_by VARCHAR(60) NULL,
    switched_time DATETIME(3) NULL,
    version INT NOT NULL DEFAULT 1,
    created_by VARCHAR(60) NOT NULL,
    created_time DATETIME(3) NOT NULL,
    updated_time DATETIME(3) NOT NULL,
    KEY k_rules_merchant (merchant_id, position, id),
    KEY k_rules_running (state, mode, merchant_id),
    CONSTRAINT fk_rules_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
  ) ${TABLE}`,

  // What the rule would have done to past alerts; the last one of each rule.
  `CREATE TABLE response_rule_tests (
    rule_id BIGINT NOT NULL PRIMARY KEY,
    content_sha256 BINARY(32) NOT NULL,
    result JSON NOT NULL,
    tested_by VARCHAR(60) NOT NULL,
    tested_time DATETIME(3) NOT NULL,
    CONSTRAINT fk_rule_tests_rule FOREIGN KEY (rule_id) REFERENCES response_rules (id) ON DELETE CASCADE
  ) ${TABLE}`,

  // What rules did: one row for an alert, for ever, so that no alert is answered or given up twice. Stays when its rule goes.
  `CREATE TABLE response_rule_runs (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    alert_ref BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    merchant_id BIGINT NOT NULL,
    outcome ENUM('ANSWERED','LEFT') NOT NULL,
    error VARCHAR(50) ${KEY} NULL,
    action VARCHAR(50) ${KEY} NOT NULL,
    amount DECIMAL(19,4) NOT NULL,
    currency VARCHAR(10) ${KEY} NOT NULL,
    at_time DATETIME(3) NOT NULL,
    UNIQUE KEY uk_rule_run_alert (alert_ref),
    KEY k_rule_runs_rule (rule_id, outcome, at_time),
    KEY k_rule_runs_merchant (merchant_id, id),
    CONSTRAINT fk_rule_runs_alert FOREIGN KEY (alert_ref) REFERENCES chargeback_alerts (id)
  ) ${TABLE}`,
];

const DOWN = ['response_rule_runs', 'response_rule_tests', 'response_rules'].map(
  (table) => `DROP TABLE IF EXISTS ${table}`,
);

/** Answers that a merchant's own rules give to alerts nobody has answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
