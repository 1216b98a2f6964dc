import { actorRef } from '../kernel/actor.ts';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { viewMapping } from './get-mapping.ts';
import { Mapping, SaveMappingInput } from './mapping-model.ts';
import { currentMapping, insertMapping } from './mapping-store.ts';

/**
 * Says where a body has an alert's fields, from the next delivery on; those that wait are replayed apart. Every version is kept.
 * Errors: `MAPPING_CHANGED` when `version` isn't the newest any more.
 */
export const saveMapping = command('mappings.save', {
  permission: 'delivery:replay',
  input: SaveMappingInput,
  output: Mapping,
  summary: 'Change where an alert’s fields are looked for in a delivery’s body.',
}).run(async (ctx, { paths, version, reason }) => {
  const before = await currentMapping(ctx.db);
  if (before.version !== version) throw appError('MAPPING_CHANGED');
  const saved = await insertMapping(ctx.db, {
    version: version + 1,
    paths: JSON.stringify(paths),
    reason,
    savedBy: actorRef(ctx.actor),
    savedTime: ctx.now(),
  });
  if (!saved) throw appError('MAPPING_CHANGED');
  ctx.audit({
    targetType: 'mapping',
    targetId: version + 1,
    detail: { reason },
    ...changed({ paths: before.paths }, { paths }),
  });
  return viewMapping(ctx);
});
