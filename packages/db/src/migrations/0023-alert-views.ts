import { type Kysely, sql } from 'kysely';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** Saved views of the alert list, each a person's own. `search` is the page's address as JSON text; `default_of` makes the default unique. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE alert_views (
        id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        user_id BIGINT NOT NULL,
        default_of BIGINT NULL,
        name VARCHAR(40) NOT NULL,
        position INT NOT NULL,
        search TEXT NOT NULL,
        created_time DATETIME(3) NOT NULL,
        updated_time DATETIME(3) NOT NULL,
        UNIQUE KEY uk_alert_views_name (user_id, name),
        UNIQUE KEY uk_alert_views_default (default_of),
        CONSTRAINT fk_alert_views_user FOREIGN KEY (user_id) REFERENCES merchant_users (id) ON DELETE CASCADE
      ) ${TABLE}`,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP TABLE IF EXISTS alert_views').execute(db);
}
