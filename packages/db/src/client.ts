import { CamelCasePlugin, Kysely, MysqlDialect, type Transaction } from 'kysely';
import { createPool, type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import type { Pool as PromisePool } from 'mysql2/promise';
import type { DB } from './schema.gen.ts';

export type { Pool };
export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Settings every connection gets, so that MySQL 8/9 and MariaDB 10.6+ behave alike whatever the server's defaults. */
const SESSION_SQL = `SET SESSION
  sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  time_zone = '+00:00', innodb_lock_wait_timeout = 5, wait_timeout = `;

/** Connections we don't use are closed by us long before the server does it, so that none is picked up in the moment of its closing. */
const IDLE_MS = 10_000;

export interface PoolSettings {
  connectionLimit?: number;
  /** Milliseconds to wait for a TCP connection before giving up. */
  connectTimeout?: number;
  /**
   * Seconds after which the server ends a connection that says nothing, its open transaction with it: a process that stands still in the
   * middle of one (a frozen machine) must not keep its rows from the others for hours.
   */
  silence?: number;
}

/** The mysql2 options that `reliability.md` 2.3 asks for: UTC, exact decimals, JSON as text, bigints as safe numbers. */
export function poolOptions(url: string, settings: PoolSettings = {}): PoolOptions {
  const connectionLimit = settings.connectionLimit ?? 10;
  return {
    uri: url,
    connectionLimit,
    maxIdle: connectionLimit - 1,
    idleTimeout: IDLE_MS,
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
    connection.query(`${SESSION_SQL}${settings.silence ?? 20}`);
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
export function queryInTime(
  pool: RawPool,
  statement: string,
  values: readonly unknown[],
  patience = PATIENCE,
): Promise<unknown> {
  return inTime(pool, (connection, answer) => connection.query(statement, [...values], answer), patience);
}

/** By callbacks: the promises of the driver take a stack trace for every call, which this path can't afford. */
function inTime(
  pool: RawPool,
  ask: (connection: PoolConnection, answer: (error: unknown, result: unknown) => void) => void,
  patience: number,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    pool.pool.getConnection((refused, connection) => {
      if (refused) {
        reject(refused);
        return;
      }
      let dead = false;
      const timer = setTimeout(() => {
        dead = true;
        connection.destroy();
        reject(Object.assign(new Error('the database did not answer in time'), { code: 'ETIMEDOUT' }));
      }, patience);
      ask(connection, (error, result) => {
        if (dead) return;
        clearTimeout(timer);
        connection.release();
        if (error) reject(error);
        else resolve(result);
      });
    });
  });
}

/** What goes as a parameter of a statement. */
export type SqlValue = string | number | Buffer | Date | null;

/**
 * One multi-row INSERT in one round trip and one commit. Identifiers are constants of the caller, values are escaped by the driver.
 * A lone row goes as a prepared statement: what a server with nothing else to do receives, and a tenth cheaper than as text.
 */
export async function bulkInsert(
  pool: RawPool,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES`;
  const [only] = rows;
  if (only && rows.length === 1) {
    const one = `${insert} (${columns.map(() => '?').join(', ')})`;
    await inTime(pool, (connection, answer) => connection.execute(one, [...only], answer), PATIENCE);
  } else await queryInTime(pool, `${insert} ?`, [rows]);
}
