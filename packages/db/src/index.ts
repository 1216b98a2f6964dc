export {
  bulkInsert,
  createDb,
  createMysqlPool,
  type Db,
  openDb,
  type PoolSettings,
  queryInTime,
  type RawPool,
  rawPool,
  type SqlValue,
  type Tx,
} from './client.ts';
export { isDuplicateKey, isRetryable, isUnavailable } from './errors.ts';
export type { DB } from './schema.gen.ts';
export { inTransaction } from './transaction.ts';
