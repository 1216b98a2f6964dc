import type { DB } from '@forewarn/db';
import { type Kysely, sql } from 'kysely';

/**
 * Does `work` while a table has no index but its primary key, and builds all of them afterwards in one sorted pass: millions of rows
 * into two dozen indexes take minutes so, and hours one by one. The binary log and foreign keys are off meanwhile. For empty databases of benches alone.
 */
export async function unindexed(db: Kysely<DB>, table: string, work: (db: Kysely<DB>) => Promise<void>): Promise<void> {
  await db.connection().execute(async (one) => {
    await sql`SET SESSION sql_log_bin = 0, foreign_key_checks = 0`.execute(one);
    const keys = await keysOf(one, table);
    await alter(
      one,
      table,
      keys.map(({ name }) => `DROP KEY ${name}`),
    );
    try {
      await work(one);
    } finally {
      await alter(
        one,
        table,
        keys.map(({ definition }) => `ADD ${definition}`),
      );
      await sql`SET SESSION sql_log_bin = 1, foreign_key_checks = 1`.execute(one);
    }
  });
}

async function alter(db: Kysely<DB>, table: string, changes: string[]): Promise<void> {
  await sql`ALTER TABLE ${sql.table(table)} ${sql.raw(changes.join(', '))}`.execute(db);
}

async function keysOf(db: Kysely<DB>, table: string): Promise<{ name: string; definition: string }[]> {
  const { rows } = await sql<Record<string, string>>`SHOW CREATE TABLE ${sql.table(table)}`.execute(db);
  const lines = Object.values(rows[0] ?? {})
    .join('\n')
    .split('\n');
  return lines.flatMap((line) => {
    const [, definition, name] = /^ {2}((?:UNIQUE )?KEY (`\w+`) .*?),?$/.exec(line) ?? [];
    return definition && name ? [{ name, definition }] : [];
  });
}
