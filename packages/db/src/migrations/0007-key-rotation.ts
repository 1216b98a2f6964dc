import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

const STATEMENTS = [
  // One run of re-sealing towards one key. `next_time` paces all workers together: it says when the next batch may be taken.
  `CREATE TABLE key_rotations (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    target_key VARCHAR(40) ${KEY} NOT NULL,
    status ENUM('RUNNING','DONE','SUPERSEDED') NOT NULL DEFAULT 'RUNNING',
    pass INT NOT NULL DEFAULT 1,
    requested_by VARCHAR(60) NOT NULL,
    requested_time DATETIME(3) NOT NULL,
    next_time DATETIME(3) NOT NULL,
    finished_time DATETIME(3) NULL,
    KEY k_rotations_status (status, id)
  ) ${TABLE}`,

  // How far each sealed column has got. \`position\`: the primary key after which the next batch begins, as JSON.
  `CREATE TABLE key_rotation_parts (
    rotation_id BIGINT NOT NULL,
    sealed VARCHAR(64) ${KEY} NOT NULL,
    position VARCHAR(1000) NULL,
    looked BIGINT NOT NULL DEFAULT 0,
    stale BIGINT NOT NULL DEFAULT 0,
    unreadable BIGINT NOT NULL DEFAULT 0,
    resealed BIGINT NOT NULL DEFAULT 0,
    finished_time DATETIME(3) NULL,
    PRIMARY KEY (rotation_id, sealed),
    CONSTRAINT fk_rotation_part FOREIGN KEY (rotation_id) REFERENCES key_rotations (id)
  ) ${TABLE}`,

  // What fills a mail (a merchant's words, links with tokens) is sealed from now on; of mails that are out it isn't needed any more.
  'ALTER TABLE email_messages ADD COLUMN params_enc MEDIUMBLOB NULL AFTER params',
  "UPDATE email_messages SET params = '{}' WHERE status <> 'QUEUED'",
];

/**
 * Progress of re-sealing with a new data key (document 000 §7): kept beside the data, so that a worker that dies goes on where it was.
 * looked, stale and unreadable count the present pass, resealed the whole run; a run is done after a pass that found nothing stale.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['key_rotation_parts', 'key_rotations'])
    await sql.raw(`DROP TABLE IF EXISTS ${table}`).execute(db);
  await sql.raw('ALTER TABLE email_messages DROP COLUMN params_enc').execute(db);
}
