import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { AlertView, AlertViewSave, VIEWS_AT_MOST } from './model.ts';
import { insertView, lockViews, replaceSearch } from './store.ts';
import { ownerOf } from './view.ts';

/** Keeps the list's filters, sorting and columns under a name; saying it twice keeps one. Errors: `ALERT_VIEWS_TOO_MANY`. */
export const saveAlertView = command('alertViews.save', {
  permission: 'alert:view',
  summary:
    'Saves the filters, sorting and columns of the alert list under a name; a name that is taken gets the new ones.',
  input: AlertViewSave,
  output: AlertView,
  whileSuspended: true,
}).run(async (ctx, { name, search }) => {
  const userId = ownerOf(ctx);
  const views = await lockViews(ctx, userId);
  const known = views.find((view) => view.name === name);
  if (!known && views.length >= VIEWS_AT_MOST) throw appError('ALERT_VIEWS_TOO_MANY');
  if (known) await replaceSearch(ctx, known.id, search, ctx.now());
  const position = Math.max(0, ...views.map((view) => view.position)) + 1;
  const id = known?.id ?? (await insertView(ctx, { userId, name, search, position }, ctx.now()));
  ctx.audit({ targetType: 'alertView', targetId: id });
  return { id, name, search, isDefault: known ? known.defaultOf !== null : false };
});
