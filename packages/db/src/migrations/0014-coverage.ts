import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

/** Descriptors a merchant has seen among its coverage gaps and doesn't want enrolled; in the compared form. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE coverage_dismissals (
        merchant_id BIGINT NOT NULL,
        match_descriptor VARCHAR(100) NOT NULL,
        dismissed_by VARCHAR(60) ${KEY} NOT NULL,
        dismissed_time DATETIME(3) NOT NULL,
        PRIMARY KEY (merchant_id, match_descriptor),
        CONSTRAINT fk_dismissals_merchant FOREIGN KEY (merchant_id) REFERENCES merchants (id)
      ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP TABLE IF EXISTS coverage_dismissals').execute(db);
}
