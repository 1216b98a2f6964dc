import { type DB, isDuplicateKey } from '@forewarn/db';
import type { Insertable } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import { FieldMapping } from './mapping-model.ts';

/** The mapping that holds: one step down the primary key. */
export async function currentMapping(db: Executor): Promise<{ version: number; paths: FieldMapping }> {
  const row = await db
    .selectFrom('wireMappings')
    .select(['version', 'paths'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { version: row.version, paths: readPaths(row.paths) } : { version: 0, paths: {} };
}

export async function mappingVersions(db: Executor) {
  return db.selectFrom('wireMappings').selectAll().orderBy('version', 'desc').limit(50).execute();
}

/** False: another has written this version meanwhile. */
export async function insertMapping(db: Executor, row: Insertable<DB['wireMappings']>): Promise<boolean> {
  try {
    await db.insertInto('wireMappings').values(row).execute();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export function readPaths(stored: string): FieldMapping {
  return FieldMapping.parse(JSON.parse(stored));
}
