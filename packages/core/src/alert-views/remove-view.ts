import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { AlertViewInput } from './model.ts';
import { deleteView, lockViews } from './store.ts';
import { ownerOf } from './view.ts';

/** Errors: `ALERT_VIEW_NOT_FOUND`. */
export const removeAlertView = command('alertViews.remove', {
  permission: 'alert:view',
  summary: 'Deletes a saved view of the alert list.',
  input: AlertViewInput,
  output: z.object({ done: z.literal(true) }),
  whileSuspended: true,
}).run(async (ctx, { id }) => {
  const views = await lockViews(ctx, ownerOf(ctx));
  if (!views.some((view) => view.id === id)) throw appError('ALERT_VIEW_NOT_FOUND');
  await deleteView(ctx, id);
  ctx.audit({ targetType: 'alertView', targetId: id });
  return { done: true as const };
});
