import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/**
 * Spreadsheets of cards on their way in. The cells are sealed: a file may hold more than it should. They go after a month
 * with `sheet_enc`; who imported what and when stays.
 */
const UP = [
  `CREATE TABLE card_imports (
    id CHAR(36) ${KEY} NOT NULL PRIMARY KEY,
    merchant_id BIGINT NOT NULL,
    status ENUM('OPEN','RUNNING','DONE') NOT NULL DEFAULT 'OPEN',
    file_name VARCHAR(255) NOT NULL,
    sha256 BINARY(32) NOT NULL,
    header_sha256 BINARY(32) NOT NULL,
    sheet_enc MEDIUMBLOB NULL,
    mapping JSON NOT NULL,
    default_email VARCHAR(100) NOT NULL DEFAULT '',
    submit TINYINT NOT NULL DEFAULT 0,
    total_rows INT NOT NULL DEFAULT 0,
    ready_rows INT NOT NULL DEFAULT 0,
    imported_rows INT NOT NULL DEFAULT 0,
    submitted_rows INT NOT NULL DEFAULT 0,
    undone_rows INT NOT NULL DEFAULT 0,
    created_by VARCHAR(60) NOT NULL,
    created_name VARCHAR(100) NOT NULL,
    created_time DATETIME(3) NOT NULL,
    touched_time DATETIME(3) NOT NULL,
    finished_time DATETIME(3) NULL,
    undone_time DATETIME(3) NULL,
    KEY k_imports_merchant (merchant_id, created_time, id),
    KEY k_imports_header (merchant_id, header_sha256, created_time),
    KEY k_imports_status (status, touched_time),
    KEY k_imports_time (created_time),
    CONSTRAINT fk_imports_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
  ) ${TABLE}`,
  `CREATE TABLE card_import_rows (
    import_id CHAR(36) ${KEY} NOT NULL,
    line INT NOT NULL,
    cells_enc MEDIUMBLOB NOT NULL,
    verdict ENUM('READY','REOPEN','ERROR','DUPLICATE','EXISTS') NOT NULL,
    faults JSON NOT NULL,
    other BIGINT NULL,
    outcome ENUM('CREATED','REOPENED') NULL,
    card_id BIGINT NULL,
    generation INT NOT NULL DEFAULT 0,
    PRIMARY KEY (import_id, line),
    KEY k_import_rows_verdict (import_id, outcome, verdict, line),
    CONSTRAINT fk_import_rows_import FOREIGN KEY (import_id) REFERENCES card_imports (id) ON DELETE CASCADE
  ) ${TABLE}`,
];

const DOWN = ['card_import_rows', 'card_imports'].map((table) => `DROP TABLE IF EXISTS ${table}`);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
