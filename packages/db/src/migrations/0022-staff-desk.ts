import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

const STATEMENTS = [
  // A descriptor an admin has said to be a merchant's, in the compared form; `card_bin` is '' when it holds for every BIN.
  `CREATE TABLE descriptor_aliases (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    match_descriptor VARCHAR(100) NOT NULL,
    card_bin VARCHAR(20) ${KEY} NOT NULL DEFAULT '',
    descriptor VARCHAR(100) NOT NULL,
    merchant_id BIGINT NOT NULL,
    card_id BIGINT NULL,
    reason VARCHAR(500) NOT NULL,
    created_by VARCHAR(60) ${KEY} NOT NULL,
    created_time DATETIME(3) NOT NULL,
    UNIQUE KEY uk_alias (match_descriptor, card_bin),
    KEY k_alias_merchant (merchant_id, id),
    KEY k_alias_card (card_id),
    CONSTRAINT fk_alias_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id),
    CONSTRAINT fk_alias_card FOREIGN KEY (card_id) REFERENCES merchant_cards (id) ON DELETE SET NULL
  ) ${TABLE}`,
  // Appended, so that neither server rewrites the table.
  "ALTER TABLE chargeback_alerts MODIFY COLUMN match_tier ENUM('EXACT','EMPTY_CAID','DESCRIPTOR','MANUAL','ALIAS') NULL",
  // Where a delivery's body has the fields of an alert; the highest version holds. Never changed, only added to.
  `CREATE TABLE wire_mappings (
    version INT NOT NULL PRIMARY KEY,
    paths VARCHAR(4000) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    saved_by VARCHAR(60) ${KEY} NOT NULL,
    saved_time DATETIME(3) NOT NULL
  ) ${TABLE}`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP TABLE IF EXISTS wire_mappings').execute(db);
  await sql.raw("UPDATE chargeback_alerts SET match_tier = 'MANUAL' WHERE match_tier = 'ALIAS'").execute(db);
  await sql
    .raw("ALTER TABLE chargeback_alerts MODIFY COLUMN match_tier ENUM('EXACT','EMPTY_CAID','DESCRIPTOR','MANUAL') NULL")
    .execute(db);
  await sql.raw('DROP TABLE IF EXISTS descriptor_aliases').execute(db);
}
