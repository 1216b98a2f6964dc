import type { createMysqlPool } from '@forewarn/db';

/**
 * Moments around a commit, told by what the transaction has written. Nothing of the product knows of them: what is watched is what goes
 * over the line, which is also where "committed" is decided.
 */
const MOMENTS = {
  /** Signed and sealed, not sent to the database: the sender hears nothing. */
  'receive.before-commit': { side: 'before', wrote: /^insert into provider_deliveries/i },
  /** On disk, but the sender hears nothing and sends it again. */
  'receive.after-commit': { side: 'after', wrote: /^insert into provider_deliveries/i },
  'ingest.after-claim': { side: 'after', wrote: /^update `provider_deliveries` set `lease_token` = \?,/i },
  /** Alerts, history, mails and effects are written and can still vanish. */
  'ingest.before-commit': { side: 'before', wrote: /^insert into `chargeback_alerts`/i },
  /** The alerts are there, nobody has rung for their mails. */
  'ingest.after-commit': { side: 'after', wrote: /^insert into `chargeback_alerts`/i },
  'effect.after-claim': { side: 'after', wrote: /^insert into `effect_attempts`/i },
  /** Carried out, and written down in a transaction that can still vanish. */
  'effect.before-commit': { side: 'before', wrote: /^update `outbox` set `status`/i },
  /** Values are sealed anew, in a transaction that can still vanish with its progress. */
  'reseal.before-commit': { side: 'before', wrote: /^update `key_rotation_parts` set `looked`/i },
  'reseal.after-commit': { side: 'after', wrote: /^update `key_rotation_parts` set `looked`/i },
} as const satisfies Record<string, { side: 'before' | 'after'; wrote: RegExp }>;

export type SqlCrashPoint = keyof typeof MOMENTS;
export const SQL_CRASH_POINTS = Object.keys(MOMENTS) as SqlCrashPoint[];

type Pool = ReturnType<typeof createMysqlPool>;

/** The pool, whose process kills itself at that moment (crash tests only); unchanged at any other point or none. */
export function crashAtSql(pool: Pool, point: string | undefined): Pool {
  const moment = SQL_CRASH_POINTS.find((known) => known === point);
  if (!moment) return pool;
  const { side, wrote } = MOMENTS[moment];
  pool.on('connection', (connection) => {
    const send: (...args: never[]) => unknown = connection.query.bind(connection);
    let open = false;
    let hit = false;
    const isCommit = (statement: string) => {
      if (statement === 'begin') [open, hit] = [true, false];
      else if (wrote.test(statement)) hit = true;
      if (open && statement !== 'commit') return false;
      const over = hit;
      if (statement === 'commit') [open, hit] = [false, false];
      return over;
    };
    Object.defineProperty(connection, 'query', {
      value: (...args: unknown[]) => {
        if (!isCommit(textOf(args[0]))) return Reflect.apply(send, connection, args);
        if (side === 'before') return process.kill(process.pid, 'SIGKILL');
        return Reflect.apply(send, connection, [...args.slice(0, -1), () => process.kill(process.pid, 'SIGKILL')]);
      },
    });
  });
  return pool;
}

/** mysql2 takes a text, or an object with the text in it. */
function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  const { sql } = statement as { sql?: unknown };
  return typeof sql === 'string' ? sql : '';
}
