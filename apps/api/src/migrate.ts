import { openDb } from '@forewarn/db';
import { createMigrator, migrate } from '@forewarn/db/migrate';
import { ConfigError, EX_CONFIG, readConfig } from './config.ts';

/** `node migrate.ts up|down|status`: brings the database to the newest version, back to nothing, or says where it is. */
async function main(command: string | undefined): Promise<void> {
  if (command !== 'up' && command !== 'down' && command !== 'status')
    throw new ConfigError('Usage: migrate.ts up|down|status');
  const config = readConfig();
  if (command === 'down' && config.production)
    throw new ConfigError('Refused: going down deletes all data of production.');
  const db = openDb(config.databaseUrl, { connectionLimit: 1 });
  try {
    if (command === 'status') {
      for (const { name, executedAt } of await createMigrator(db).getMigrations()) {
        console.log(`${name}  ${executedAt ? `applied ${executedAt.toISOString()}` : 'waiting'}`);
      }
      return;
    }
    const done = await migrate(db, command);
    console.log(done.length === 0 ? 'Nothing to do.' : `${command}: ${done.join(', ')}`);
  } finally {
    await db.destroy();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof ConfigError ? EX_CONFIG : 1);
});
