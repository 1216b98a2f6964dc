import { CamelCasePlugin, Kysely, MysqlDialect, type Transaction } from 'kysely';
import { createPool, type Pool, type PoolOptions } from 'mysql2';
import type { Pool as PromisePool } from 'mysql2/promise';
import type { DB } from './schema.gen.ts';

export type { Pool };
export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Settings every connection gets, so that MySQL 8/9 and MariaDB 10.6+ behave alike whatever the server's defaults. */
const SESSION_SQL = `SET SESSION
  sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  time_zone = '+00:00', innodb_lock_wait_timeout = 5`;

export interface PoolSettings {
  connectionLimit?: number;
  /** Milliseconds to wait for a TCP connection before giving up. */
  connectTimeout?: number;
}

/** The mysql2 options that `reliability.md` 2.3 asks for: UTC, exact decimals, JSON as text, bigints as safe numbers. */
export function poolOptions(url: string, settings: PoolSettings = {}): PoolOptions {
  return {
    uri: url,
    connectionLimit: settings.connectionLimit ?? 10,
    connectTimeout: settings.connectTimeout ?? 3000,
    enableKeepAlive: true,
    timezone: 'Z',
    charset: 'utf8mb4_bin',
    supportBigNumbers: true,
    bigNumberStrings: false,
    decimalNumbers: false,
    jsonStrings: true,
    multipleStatements: false,
  };
}

/** A mysql2 pool whose connections are set up by {@link SESSION_SQL} with READ COMMITTED isolation. */
export function createMysqlPool(url: string, settings: PoolSettings = {}): Pool {
  const pool = createPool(poolOptions(url, settings));
  pool.on('connection', (connection) => {
    connection.query(SESSION_SQL);
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  });
  return pool;
}

/** Kysely over a pool; camelCase in TypeScript, the documents' snake_case in SQL; keys inside JSON columns stay as they are. */
export function createDb(pool: Pool): Db {
  return new Kysely<DB>({
    dialect: new MysqlDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

export function openDb(url: string, settings: PoolSettings = {}): Db {
  return createDb(createMysqlPool(url, settings));
}

/** The raw driver, for the one statement that is too hot for a query builder. */
export type RawPool = PromisePool;

export function rawPool(pool: Pool): RawPool {
  return pool.promise();
}

/** A statement on the receiving path may take this long; then its connection is given up, so that a dead line can't hold a lane for ever. */
const BULK_TIMEOUT = 5000;

/** One multi-row INSERT in one round trip and one commit. Identifiers are constants of the caller, values are escaped by the driver. */
export async function bulkInsert(
  pool: RawPool,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.query({ sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, timeout: BULK_TIMEOUT }, [
      rows,
    ]);
  } catch (error) {
    if ((error as { code?: string }).code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
    throw error;
  } finally {
    connection.release();
  }
}
