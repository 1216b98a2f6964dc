import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { AlertViewArrange, AlertViews } from './model.ts';
import { lockViews, placeView, setDefaultView, viewsOf } from './store.ts';
import { ownerOf, toView } from './view.ts';

/** Order and default at once, as the screen has them. Errors: `ALERT_VIEW_NOT_FOUND`: one of them isn't the caller's. */
export const arrangeAlertViews = command('alertViews.arrange', {
  permission: 'alert:view',
  summary: 'Puts the saved views of the alert list in order and says which one the app opens with.',
  input: AlertViewArrange,
  output: AlertViews,
  whileSuspended: true,
}).run(async (ctx, { ids, defaultId }) => {
  const userId = ownerOf(ctx);
  const own = new Set((await lockViews(ctx, userId)).map(({ id }) => id));
  const named = [...new Set(defaultId === null ? ids : [...ids, defaultId])];
  if (named.some((id) => !own.has(id))) throw appError('ALERT_VIEW_NOT_FOUND');
  const order = [...new Set([...ids, ...own])];
  for (const [index, id] of order.entries()) await placeView(ctx, id, index + 1);
  await setDefaultView(ctx, userId, defaultId);
  ctx.audit({ targetType: 'alertView', targetId: defaultId ?? '' });
  return { records: (await viewsOf(ctx, userId)).map(toView) };
});
