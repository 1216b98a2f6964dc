import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { forgetAllowlists } from './active-allowlists.ts';
import { AllowlistsUpdate, AllowlistsView } from './model.ts';
import { changed, lockedOut, wrongRanges } from './rules.ts';
import { lockAllowlists, writeAllowlists } from './store.ts';

/**
 * Changes from which addresses the key interfaces may be called (C-162); the audit row has the lists before and after.
 * Errors: `VALIDATION_FAILED`; `ALLOWLIST_LOCKS_OUT` (`details.address`) when the caller couldn't come back from where they are.
 */
export const updateAllowlists = command('security.allowlists.update', {
  permission: 'allowlist:update',
  summary: 'Changes from which addresses the key interfaces may be called; an empty list lets everybody pass.',
  input: AllowlistsUpdate,
  output: AllowlistsView,
}).run(async (ctx, update) => {
  const fields = wrongRanges(update, ctx.locale);
  if (fields.length > 0) throw appError('VALIDATION_FAILED', { fields });
  const by = actorRef(ctx.actor);
  const before = await lockAllowlists(ctx, by, ctx.now());
  const after = changed(before, update);
  const lists = lockedOut(update, after, ctx.ip);
  if (ctx.actor.kind !== 'system' && lists.length > 0) {
    ctx.audit({ targetType: 'allowlists', detail: { before, refused: after, address: ctx.ip } });
    throw appError('ALLOWLIST_LOCKS_OUT', { address: ctx.ip, lists });
  }
  await writeAllowlists(ctx, after, by, ctx.now());
  ctx.audit({ targetType: 'allowlists', detail: { before, after } });
  ctx.afterCommit(() => forgetAllowlists(ctx));
  return { lists: after, callerAddress: ctx.ip };
});
