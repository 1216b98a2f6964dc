import { type CompiledQuery, sql } from 'kysely';
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

/** One line of EXPLAIN, as MySQL and MariaDB both give it. */
export interface ExplainRow {
  table: string;
  /** `ALL` reads the table, `index` a whole index, `ref` and `range` a part of one. */
  type: string;
  key: string | null;
  rows: number;
  extra: string;
}

/** How the server would run a query of Kysely's: MySQL 9 answers with a tree unless asked otherwise, MariaDB doesn't know the word for it. */
export async function explain(db: Db, query: { compile(): CompiledQuery }): Promise<ExplainRow[]> {
  const compiled = query.compile();
  const { rows: about } = await sql<{ version: string }>`SELECT VERSION() AS version`.execute(db);
  const explainWords = /mariadb/i.test(about[0]?.version ?? '') ? 'EXPLAIN' : 'EXPLAIN FORMAT=TRADITIONAL';
  const { rows } = await db
    .withoutPlugins()
    .executeQuery<Record<string, string | number | null>>({ ...compiled, sql: `${explainWords} ${compiled.sql}` });
  return rows.map((row) => ({
    table: String(row.table),
    type: String(row.type),
    key: row.key === null || row.key === undefined ? null : String(row.key),
    rows: Number(row.rows),
    extra: String(row.Extra ?? ''),
  }));
}

/** How many rows the storage engine hands over while `work` runs, on a connection of its own. */
export async function rowsRead(db: Db, work: (connection: Db) => Promise<unknown>): Promise<number> {
  return db.connection().execute(async (connection) => {
    await sql`FLUSH STATUS`.execute(connection);
    await work(connection);
    const { rows } = await sql<{
      Variable_name: string;
      Value: string;
    }>`SHOW SESSION STATUS LIKE 'Handler_read%'`.execute(connection.withoutPlugins());
    return rows.reduce((sum, row) => sum + Number(row.Value), 0);
  });
}
