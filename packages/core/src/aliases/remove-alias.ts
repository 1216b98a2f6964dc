import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { RemoveAliasInput, RemovedAlias } from './model.ts';
import { aliasById, deleteAlias } from './store.ts';
import { binMasked } from './view.ts';

/** Forgets whose a descriptor is. Alerts that went by it stay where they are; later ones wait for an admin again. */
export const removeAlias = command('aliases.remove', {
  permission: 'alert:assign',
  input: RemoveAliasInput,
  output: RemovedAlias,
  summary: 'Forget that a descriptor belongs to a merchant.',
}).run(async (ctx, { id, reason }) => {
  const row = await aliasById(ctx.db, id);
  if (!row) throw appError('ALIAS_NOT_FOUND');
  await deleteAlias(ctx.db, id);
  const { descriptor, merchantId, cardBin } = row;
  ctx.audit({
    targetType: 'alias',
    targetId: id,
    detail: { descriptor, cardBin: binMasked(cardBin), merchantId, reason },
  });
  return { id };
});
