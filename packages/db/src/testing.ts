import { type Compilable, CompiledQuery, sql } from 'kysely';
import { createPool } from 'mysql2/promise';
import { type Db, openDb } from './client.ts';
import { migrate } from './migrate.ts';

export interface TestDatabase {
  url: string;
  db: Db;
  drop(): Promise<void>;
}

/** A fresh, migrated database for one test file. `serverUrl` has rights to create databases. */
export async function createTestDatabase(
  serverUrl: string,
  name = `fw_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`,
): Promise<TestDatabase> {
  const admin = createPool({ uri: serverUrl, connectionLimit: 1 });
  await admin.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const db = openDb(url.href);
  await migrate(db, 'up');
  return {
    url: url.href,
    db,
    async drop() {
      await db.destroy();
      await admin.query(`DROP DATABASE IF EXISTS \`${name}\``);
      await admin.end();
    },
  };
}

/** A line of the optimiser's plan, the same for MariaDB and MySQL. */
export interface PlanRow {
  table: string | null;
  /** `ALL` reads the whole table, `index` a whole index. */
  type: string | null;
  key: string | null;
  rows: number | null;
  Extra: string;
}

/** EXPLAIN as a table: MySQL 9 answers with a tree unless asked otherwise, MariaDB doesn't know the word for it. */
export async function explain(db: Db, query: Compilable): Promise<PlanRow[]> {
  const { sql: text, parameters } = query.compile();
  const { rows } = await sql<{ version: string }>`SELECT VERSION() AS version`.execute(db);
  const explainWords = /mariadb/i.test(rows[0]?.version ?? '') ? 'EXPLAIN' : 'EXPLAIN FORMAT=TRADITIONAL';
  const plan = await db
    .withoutPlugins()
    .executeQuery<PlanRow>(CompiledQuery.raw(`${explainWords} ${text}`, [...parameters]));
  // MySQL says nothing at all where MariaDB says nothing in words.
  return plan.rows.map((row) => ({ ...row, Extra: row.Extra ?? '' }));
}

/** How many rows the storage engine hands over while `work` runs, on a connection of its own. */
export async function rowsRead(db: Db, work: (connection: Db) => Promise<unknown>): Promise<number> {
  return db.connection().execute(async (connection) => {
    await sql`FLUSH STATUS`.execute(connection);
    await work(connection);
    const { rows } = await sql<{ Value: string }>`SHOW SESSION STATUS LIKE 'Handler_read%'`.execute(
      connection.withoutPlugins(),
    );
    return rows.reduce((sum, row) => sum + Number(row.Value), 0);
  });
}
