/**
 * Database errors are told apart by number, never by name or text: MariaDB and MySQL share numbers, not names
 * (4025 even has a wrong name in mysql2).
 */
const RETRYABLE = new Set([1213, 1205, 1020, 1047]);
const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ENOENT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_CLOSED',
]);
/** Too many connections, shutdown in progress, server gone, lost connection, read-only, out of disk. */
const UNAVAILABLE_NUMBERS = new Set([
  1040, 1053, 1077, 1129, 1152, 1158, 1159, 1160, 1161, 1290, 1836, 1021, 1114, 2002, 2003, 2006, 2013, 1047, 1927,
  4031,
]);

interface DriverError {
  errno?: number;
  code?: string;
}

function driverError(error: unknown): DriverError | undefined {
  return typeof error === 'object' && error !== null ? (error as DriverError) : undefined;
}

/** ER_DUP_ENTRY: the only correct way to notice a duplicate (upserts count wrong under CLIENT_FOUND_ROWS). */
export function isDuplicateKey(error: unknown): boolean {
  return driverError(error)?.errno === 1062;
}

/** Deadlock, lock wait timeout, snapshot conflict (MariaDB 1020), Galera not ready: the whole transaction may be run again. */
export function isRetryable(error: unknown): boolean {
  const errno = driverError(error)?.errno;
  return errno !== undefined && RETRYABLE.has(errno);
}

/** The server can't be reached or can't write now; nothing is wrong with the statement. */
export function isUnavailable(error: unknown): boolean {
  const e = driverError(error);
  if (!e) return false;
  return (
    (e.code !== undefined && UNAVAILABLE_CODES.has(e.code)) ||
    (e.errno !== undefined && UNAVAILABLE_NUMBERS.has(e.errno))
  );
}
