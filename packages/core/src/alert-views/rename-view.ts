import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { AlertView, AlertViewRename } from './model.ts';
import { lockViews, renameView } from './store.ts';
import { ownerOf, toView } from './view.ts';

/** Errors: `ALERT_VIEW_NOT_FOUND`, `ALERT_VIEW_NAME_TAKEN`. */
export const renameAlertView = command('alertViews.rename', {
  permission: 'alert:view',
  summary: 'Gives a saved view of the alert list another name.',
  input: AlertViewRename,
  output: AlertView,
  whileSuspended: true,
}).run(async (ctx, { id, name }) => {
  const view = (await lockViews(ctx, ownerOf(ctx))).find((one) => one.id === id);
  if (!view) throw appError('ALERT_VIEW_NOT_FOUND');
  await renameView(ctx, id, name, ctx.now());
  ctx.audit({ targetType: 'alertView', targetId: id });
  return toView({ ...view, name });
});
