import type { Db } from '@forewarn/db';
import { sql } from 'kysely';
import { ConfigError } from './config.ts';

/**
 * Refuses a database that could lose a commit it has confirmed: an alert acknowledged to the provider would be gone after a crash.
 * MariaDB's default for `sync_binlog` is such a setting. Errors: {@link ConfigError} with the statements that put it right.
 */
export async function assertDurability(db: Db): Promise<void> {
  const { rows } = await sql<{ flush: number; binlog: number; sync: number }>`
    SELECT @@global.innodb_flush_log_at_trx_commit AS \`flush\`, @@global.log_bin AS \`binlog\`, @@global.sync_binlog AS \`sync\`
  `.execute(db);
  const problems = unsafeSettings(rows[0] ?? { flush: 0, binlog: 0, sync: 0 });
  if (problems.length === 0) return;
  throw new ConfigError(
    [
      'The database may lose commits it has confirmed, so an alert could be lost after a crash:',
      ...problems.map((problem) => `  - ${problem}`),
      'Put it right in the server configuration, or set DB_ALLOW_UNSAFE_DURABILITY=true where losing data does no harm.',
    ].join('\n'),
  );
}

export function unsafeSettings({ flush, binlog, sync }: { flush: number; binlog: number; sync: number }): string[] {
  const problems = [];
  if (Number(flush) !== 1) problems.push(`innodb_flush_log_at_trx_commit is ${flush}; it must be 1`);
  if (Number(binlog) === 1 && Number(sync) !== 1)
    problems.push(`sync_binlog is ${sync} with the binary log on; it must be 1`);
  return problems;
}
