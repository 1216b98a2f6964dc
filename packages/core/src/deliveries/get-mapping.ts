import { z } from 'zod';
import { actorNames } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/operation.ts';
import { Mapping } from './mapping-model.ts';
import { mappingVersions, readPaths } from './mapping-store.ts';

/** Where alerts' fields are looked for in what the provider sends, with every former version. */
export const getMapping = query('mappings.get', {
  permission: 'delivery:view',
  input: z.object({}),
  output: Mapping,
  summary: 'Where an alert’s fields are looked for in a delivery’s body, with its versions.',
}).run(viewMapping);

export async function viewMapping(ctx: Context): Promise<Mapping> {
  const rows = await mappingVersions(ctx.db);
  const names = await actorNames(ctx, [...new Set(rows.map((row) => row.savedBy))]);
  const versions = rows.map(({ version, paths, reason, savedBy, savedTime }) => ({
    version,
    paths: readPaths(paths),
    reason,
    savedBy: names.get(savedBy) ?? null,
    savedTime: savedTime.toISOString(),
  }));
  return { version: versions[0]?.version ?? 0, paths: versions[0]?.paths ?? {}, versions };
}
