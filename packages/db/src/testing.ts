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
