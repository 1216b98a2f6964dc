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

/** After so long without an answer the line counts as dead: TCP itself takes a quarter of an hour to say so. */
const PATIENCE = 4000;

/**
 * One statement on a connection of its own, which is thrown away when the server doesn't answer: a line that has gone silent would be
 * handed out again and again. Rejects with code `ETIMEDOUT`; the statement may have taken effect.
 */
export async function queryInTime(
  pool: RawPool,
  statement: string,
  values: readonly unknown[],
  patience = PATIENCE,
): Promise<unknown> {
  const connection = await pool.getConnection();
  let timer: NodeJS.Timeout | undefined;
  let dead = false;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      dead = true;
      connection.destroy();
      reject(Object.assign(new Error('the database did not answer in time'), { code: 'ETIMEDOUT' }));
    }, patience);
  });
  try {
    const [result] = await Promise.race([connection.query(statement, [...values]), late]);
    return result;
  } finally {
    clearTimeout(timer);
    if (!dead) connection.release();
  }
}

/** One multi-row INSERT in one round trip and one commit. Identifiers are constants of the caller, values are escaped by the driver. */
export async function bulkInsert(
  pool: RawPool,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  await queryInTime(pool, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [rows]);
}
